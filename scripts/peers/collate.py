"""CollateX on pairs of lists of words, given as JSON on standard input: for each the words that it puts in one column, by their numbers, and seconds of
processor time. CollateX is under the GPL: it is run, and is no part of what is shipped."""
import json
import sys
import time

from collatex import collate

out = []
for pair in json.load(sys.stdin):
    witnesses = [
        {"id": name, "tokens": [{"t": word, "n": word.lower()} for word in words]} for name, words in zip("AB", pair)
    ]
    start = time.process_time()
    table = json.loads(collate({"witnesses": witnesses}, output="json", segmentation=False))["table"]
    seconds = time.process_time() - start
    seen = [0, 0]
    columns = []
    for cells in zip(*table):
        column = []
        for side, cell in enumerate(cells):
            column.append(seen[side] if cell else None)
            seen[side] += len(cell or [])
        columns.append(column)
    out.append({"pairs": [column for column in columns if None not in column], "columns": len(columns), "seconds": seconds})
json.dump(out, sys.stdout)
