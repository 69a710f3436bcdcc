"""Many inputs to one file of results: read, tagged, resumed after a kill; on a cluster, too."""
