"""Runs Debian's apertium-apy on loopback only: by itself it listens on every address, and has no option for that.

usage: serve.py PORT [FOLDER]   needs: apt-get install --no-install-recommends apertium-apy apertium-eng-spa apertium-spa-cat …
"""

import sys

import tornado.httpserver
import tornado.netutil

bind_sockets = tornado.netutil.bind_sockets


def bind_loopback(port, address=None, *rest, **options):
    return bind_sockets(port, "127.0.0.1", *rest, **options)


tornado.netutil.bind_sockets = bind_loopback
for module in (tornado.httpserver, sys.modules["tornado.tcpserver"]):
    if hasattr(module, "bind_sockets"):
        module.bind_sockets = bind_loopback

port, folder = sys.argv[1], (sys.argv[2:] or ["/usr/share/apertium"])[0]
# Read when the module is imported.
sys.argv = ["apertium-apy", "--port", port, "--num-processes", "1", folder]

from apertium_apy.apy import main  # noqa: E402

main()
