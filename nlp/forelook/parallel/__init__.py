"""Work spread over processes, in order: batches to workers and back, a worker's death, and texts in memory."""
