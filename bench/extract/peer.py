"""Pages as JSON lines {id, html, timed} in; {id, text, title, author, date} out, then {seconds} of processor time for the timed ones."""
import json
import sys
import time

import trafilatura

pages = [json.loads(line) for line in sys.stdin]
for page in pages[:10]:
    trafilatura.bare_extraction(page["html"], with_metadata=True, include_comments=False)
seconds = 0.0
for page in pages:
    started = time.process_time()
    found = trafilatura.bare_extraction(page["html"], with_metadata=True, include_comments=False)
    if page["timed"]:
        seconds += time.process_time() - started
    fields = {name: getattr(found, name, None) for name in ("text", "title", "author", "date")}
    print(json.dumps({"id": page["id"], **fields}))
print(json.dumps({"seconds": seconds}))
