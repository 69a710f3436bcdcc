"""Many inputs: spread over processes, resumed after a kill, on a cluster."""
