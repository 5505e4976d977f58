"""Makes two tiny translation packages, de→en and en→de, for a LibreTranslate server that tests can talk to. Takes seconds, needs no network.

They translate word for word from words.tsv, and copy what is not in it. That is a Transformer like any other to the server, only that its
weights are written down instead of learned: each position and each piece has a code of +1 and -1, the decoder's cross-attention looks
for the position it is at, takes over the code of the piece that stands there, and the output layer names that piece's translation.

usage: make-model.py FOLDER (the packages go to FOLDER/de_en and FOLDER/en_de)
"""

import io
import json
import struct
import sys
from pathlib import Path

import ctranslate2
import numpy as np
import sentencepiece

HERE = Path(__file__).parent
# Half of the vector is for the piece, half for the position. A sentence of more pieces than there are positions is an error of the server.
HALF = 256
WIDTH = 2 * HALF
CHARACTERS = "abcdefghijklmnopqrstuvwxyzäöüßéèABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜ0123456789.,;:!?()[]\"'„“”’«»–-/%&€@#…"


def main(folder: Path) -> None:
    words = [tuple(line.split("\t")) for line in (HERE / "words.tsv").read_text("utf-8").splitlines()]
    words += [(de[0].upper() + de[1:], en[0].upper() + en[1:]) for de, en in words if de[0].islower()]
    tokenizer = train_tokenizer(words)
    forward, backward = {}, {}
    for de, en in words:
        forward.setdefault(de, en)
        backward.setdefault(en, de)
    for source, target, lexicon in (("de", "en", forward), ("en", "de", backward)):
        make_package(folder / f"{source}_{target}", source, target, tokenizer, lexicon)


def train_tokenizer(words) -> bytes:
    """Whole words of the list, single characters for all else."""
    pieces = dict.fromkeys("\u2581" + word for pair in words for word in pair)
    model = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter([" ".join(CHARACTERS)]),
        model_writer=model,
        model_type="char",
        vocab_size=1000,
        hard_vocab_limit=False,
        character_coverage=1.0,
        user_defined_symbols=list(pieces),
        minloglevel=2,
    )
    return model.getvalue()


def make_package(folder: Path, source: str, target: str, tokenizer: bytes, lexicon: dict) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    names = {"de": "German", "en": "English"}
    metadata = {
        "package_version": "1.0",
        "argos_version": "1.12",
        "from_code": source,
        "from_name": names[source],
        "to_code": target,
        "to_name": names[target],
    }
    (folder / "metadata.json").write_text(json.dumps(metadata), "utf-8")
    (folder / "sentencepiece.model").write_bytes(tokenizer)
    (folder / "minisbd").mkdir(exist_ok=True)
    (folder / "minisbd" / f"{source}.onnx").write_bytes(sentence_splitter())
    processor = sentencepiece.SentencePieceProcessor(model_proto=tokenizer)
    pieces = [processor.id_to_piece(index) for index in range(processor.get_piece_size())]
    (folder / "model").mkdir(exist_ok=True)
    transformer(pieces, lexicon).save(str(folder / "model"))


def transformer(pieces: list, lexicon: dict) -> ctranslate2.specs.TransformerSpec:
    codes = np.random.default_rng(1).choice([-1.0, 1.0], (len(pieces), HALF))
    positions = hadamard(HALF)[1:]
    positions = np.concatenate([positions, -positions])
    index = {piece: at for at, piece in enumerate(pieces)}
    output = np.zeros((len(pieces), HALF))
    for at, piece in enumerate(pieces):
        translation = lexicon.get(piece.removeprefix("\u2581"))
        output[at if translation is None else index["\u2581" + translation]] += codes[at]

    spec = ctranslate2.specs.TransformerSpec.from_config(num_layers=1, num_heads=1, pre_norm=True)
    spec.config.add_source_eos = True
    for side in (spec.encoder, spec.decoder):
        side.scale_embeddings = False
        side.position_encodings.encodings = beside(np.zeros((len(positions), HALF)), positions)
        norm(side.layer_norm)
    spec.encoder.embeddings[0].weight = beside(codes, np.zeros_like(codes))
    spec.decoder.embeddings.weight = zeros(len(pieces), WIDTH)
    linear(spec.decoder.projection, beside(output, np.zeros_like(output)))

    piece_only = np.diag([1.0] * HALF + [0.0] * HALF)
    position_only = np.diag([0.0] * HALF + [1.0] * HALF)
    for layer in (spec.encoder.layer[0], spec.decoder.layer[0]):
        idle(layer.self_attention, 3 * WIDTH)
        norm(layer.ffn.layer_norm)
        linear(layer.ffn.linear_0, zeros(8, WIDTH))
        linear(layer.ffn.linear_1, zeros(WIDTH, 8))
    look = spec.decoder.layer[0].attention
    norm(look.layer_norm)
    linear(look.linear[0], 4 * position_only)
    linear(look.linear[1], np.concatenate([position_only, piece_only]))
    linear(look.linear[2], piece_only)

    spec.register_source_vocabulary(pieces)
    spec.register_target_vocabulary(pieces)
    spec.validate()
    return spec


def hadamard(size: int) -> np.ndarray:
    """Rows of +1 and -1 at right angles to each other (Sylvester 1867)."""
    rows = np.ones((1, 1))
    while len(rows) < size:
        rows = np.block([[rows, rows], [rows, -rows]])
    return rows


def beside(left, right) -> np.ndarray:
    return np.concatenate([left, right], axis=1).astype(np.float32)


def zeros(*shape) -> np.ndarray:
    return np.zeros(shape, np.float32)


def norm(spec) -> None:
    spec.gamma, spec.beta = np.ones(WIDTH, np.float32), zeros(WIDTH)


def linear(spec, weight) -> None:
    spec.weight, spec.bias = weight.astype(np.float32), zeros(len(weight))


def idle(attention, width: int) -> None:
    """Adds nothing to what goes through."""
    norm(attention.layer_norm)
    linear(attention.linear[0], zeros(width, WIDTH))
    linear(attention.linear[1], zeros(WIDTH, WIDTH))


def sentence_splitter() -> bytes:
    """What MiniSBD would otherwise download: an ONNX model of one look-up, character → label, where . ! ? end a sentence (label 2)."""
    units = ["<PAD>", "<UNK>", ".", "!", "?"]
    table = np.zeros((len(units), 5), np.float32)
    table[:2, 0] = table[2:, 2] = 1
    node = field(1, b"table") + field(1, b"units") + field(2, b"labels") + field(4, b"Gather")
    tensor = field(1, len(units)) + field(1, 5) + field(2, FLOAT) + field(8, b"table") + field(9, table.tobytes())
    inputs = [value("units", INT64, "batch", "length"), value("features", FLOAT, "batch", "length", "feature")]
    graph = field(1, node) + field(2, b"splitter") + field(5, tensor)
    graph += b"".join(field(11, each) for each in inputs) + field(12, value("labels", FLOAT, "batch", "length", "label"))
    vocabulary = {"lang": "", "lower": False, "_id2unit": units, "_unit2id": {unit: at for at, unit in enumerate(units)}}
    metadata = {"lang_code": "xx", "config": json.dumps({"feat_funcs": ["space_before"]}), "vocab": json.dumps(vocabulary)}
    entries = b"".join(field(14, field(1, key.encode()) + field(2, text.encode())) for key, text in metadata.items())
    return field(1, 8) + field(8, field(2, 13)) + field(7, graph) + entries


# ONNX is protocol buffers (onnx.proto3); these few messages need no library.
FLOAT, INT64 = 1, 7


def field(number: int, content) -> bytes:
    if isinstance(content, int):
        return varint(number << 3) + varint(content)
    return varint(number << 3 | 2) + varint(len(content)) + content


def varint(number: int) -> bytes:
    out = b""
    while number > 127:
        out += struct.pack("B", number & 127 | 128)
        number >>= 7
    return out + struct.pack("B", number)


def value(name: str, element: int, *axes: str) -> bytes:
    shape = b"".join(field(1, field(2, axis.encode())) for axis in axes)
    return field(1, name.encode()) + field(2, field(1, field(1, element) + field(2, shape)))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
