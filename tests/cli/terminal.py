"""Runs a program at a terminal of its own, and gives an answer when it asks with [Y/n].

usage: terminal.py ANSWER PROGRAM [ARGUMENT…]   The screen goes to standard output; the exit code is the program's.
"""

import os
import pty
import sys

answer, program = sys.argv[1], sys.argv[2:]
child, terminal = pty.fork()
if child == 0:
    os.execv(program[0], program)

screen, asked = b"", 0
while True:
    try:
        part = os.read(terminal, 65536)
    except OSError:
        break
    if not part:
        break
    screen += part
    while screen.count(b"[Y/n]") > asked:
        asked += 1
        os.write(terminal, answer.encode() + b"\n")

sys.stdout.buffer.write(screen)
sys.stdout.flush()
sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
