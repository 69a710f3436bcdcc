"""Work spread over processes, in order: batches to workers and back, a worker's death, and texts in memory."""

BATCH_SIZE = 128  # releases tagged at once, step by step: a fifteenth faster than 32; more gains nothing
