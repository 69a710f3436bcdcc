"""Long messages go through files, short ones as they are; where a file has no room, nothing is lost."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Iterator

import pytest

from forelook.parallel import channel
from forelook.parallel.channel import KEPT_BYTES, PIPE_BYTES, Channel, give_files, make_files, take_files

SHORT, LONG, LONGER = "x", "é" * PIPE_BYTES, "y" * 3 * PIPE_BYTES
VERY_LONG = "z" * KEPT_BYTES


@pytest.fixture
def ends() -> Iterator[tuple[Channel, Channel]]:
    here, there = multiprocessing.Pipe()
    one = give_files(here, make_files())
    other = take_files(there)
    yield one, other
    one.close()
    other.close()


def test_what_is_sent_is_received_in_order(ends: tuple[Channel, Channel]) -> None:
    for sender, receiver in (ends, ends[::-1]):
        for first, second in ((SHORT, LONG), (LONGER, SHORT), (LONG, LONGER), (VERY_LONG, VERY_LONG), (SHORT, LONG)):
            assert sender.send(first, wait=False)
            assert sender.send(second, wait=False)
            assert receiver.receive() == first
            assert receiver.receive() == second


def test_the_files_have_no_name_and_give_back_what_a_very_long_message_took() -> None:
    files = make_files()
    assert all(os.fstat(file).st_nlink == 0 for file in files)
    here, there = multiprocessing.Pipe()
    one, other = give_files(here, files), take_files(there)
    one.send(LONG)
    one.send(VERY_LONG)
    assert [other.receive(), other.receive()] == [LONG, VERY_LONG]
    assert os.fstat(files[0]).st_size > PIPE_BYTES  # its memory is used again
    assert os.fstat(files[1]).st_size == 0
    one.close()
    other.close()


def test_without_room_a_long_message_goes_through_the_pipe_to_a_reader_that_waits(monkeypatch: pytest.MonkeyPatch, ends: tuple[Channel, Channel]) -> None:
    def refuse(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(channel.os, "pwrite", refuse)
    one, other = ends
    assert one.send(SHORT, wait=False)
    assert not one.send(VERY_LONG, wait=False)
    sender = threading.Thread(target=one.send, args=(VERY_LONG,))
    sender.start()
    assert [other.receive(), other.receive()] == [SHORT, VERY_LONG]
    sender.join()


def test_the_end_of_the_other_is_an_error() -> None:
    here, there = multiprocessing.Pipe()
    one = give_files(here, make_files())
    there.close()
    with pytest.raises((EOFError, ConnectionError)):
        one.receive()
    one.close()
