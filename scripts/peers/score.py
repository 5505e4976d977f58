"""Scores of sacrebleu: a JSON list of {tokenizer, references, hypotheses} on standard input, a list of the four figures and signatures out."""
import json
import sys

from sacrebleu.metrics import BLEU, CHRF, TER

out = []
for task in json.load(sys.stdin):
    metrics = {"bleu": BLEU(tokenize=task["tokenizer"]), "chrf": CHRF(), "chrfpp": CHRF(word_order=2), "ter": TER()}
    scores = {}
    for name, metric in metrics.items():
        scores[name] = metric.corpus_score(task["hypotheses"], task["references"]).score
        scores[name + "-signature"] = metric.get_signature().format()
    out.append(scores)
json.dump(out, sys.stdout)
