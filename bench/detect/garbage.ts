/** Strings in no language, made without chance: the same on every machine. `exact`: nothing of them may be labelled; else a little may. */
export const garbage: Readonly<Record<string, readonly string[]>> = {
  base64: make((next) => Buffer.from(Array.from({ length: 15 + next(60) }, () => next(256))).toString('base64')),
  hex: make((next) => Array.from({ length: 20 + next(60) }, () => next(16).toString(16)).join('')),
  'random letters': make((next) => Array.from({ length: 3 + next(10) }, () => letters(next, 2 + next(9))).join(' ')),
  digits: make((next) => Array.from({ length: 1 + next(8) }, () => String(next(10 ** (1 + next(6))))).join(' ')),
  emoji: make((next) => Array.from({ length: 1 + next(8) }, () => String.fromCodePoint(0x1f600 + next(70))).join('')),
  empty: ['', ' ', '\n\n', '\t', ' ', '…', '—', '?!', '()', '•'],
  URLs: make(
    (next) => `https://www.${letters(next, 4 + next(8))}.org/${letters(next, 5)}/${letters(next, 7)}-${next(999)}.html?id=${next(9999)}`,
  ),
  UUIDs: make((next) => [8, 4, 4, 4, 12].map((size) => Array.from({ length: size }, () => next(16).toString(16)).join('')).join('-')),
  code: [
    'for (let i = 0; i < items.length; i++) { total += items[i].price }',
    'const { data, error } = await fetch(`/api/users/` + id).then((r) => r.json())',
    'def __init__(self, name, age=0):\n    self.name = name\n    self._age = age',
    'SELECT u.id, count(*) FROM users u JOIN orders o ON o.user_id = u.id GROUP BY u.id;',
    '#include <stdio.h>\nint main(void) { printf("%d\\n", 42); return 0; }',
    'public static void main(String[] args) { System.out.println(args[0]); }',
    '<div class="row"><a href="/x.html" id="a1">x</a><br/></div>',
    '.button:hover { color: #ff0000; margin: 0 auto; padding: 4px 8px }',
    'grep -rn "foo" ./src | awk -F: \'{print $1}\' | sort -u > out.txt',
    'fn add(a: i32, b: i32) -> i32 { a + b }',
    'if err != nil { return nil, fmt.Errorf("open %s: %w", path, err) }',
    'import numpy as np; x = np.zeros((3, 4), dtype=np.float32)',
    '{"id": 17, "tags": ["a", "b"], "ok": true, "ratio": 0.25, "next": null}',
    'version: "3"\nservices:\n  web:\n    image: nginx:1.25\n    ports: ["80:80"]',
    'export type Props<T> = Readonly<Record<string, T>> & { key?: string }',
    'git rebase -i HEAD~3 && git push --force-with-lease origin main',
    'val xs = List(1, 2, 3).map(_ * 2).filter(_ > 2).foldLeft(0)(_ + _)',
    "while (*p && *p != ';') { *q++ = tolower(*p++); }",
    'docker run --rm -it -v $(pwd):/app -p 8080:80 image:latest sh -c "ls"',
    'try: os.makedirs(path, exist_ok=True)\nexcept OSError as e: sys.exit(e.errno)',
  ],
}

function letters(next: (limit: number) => number, count: number): string {
  return Array.from({ length: count }, () => String.fromCharCode(0x61 + next(26))).join('')
}

/** 200 strings of a kind; `next(limit)` is the next number of a fixed sequence, below `limit`. */
function make(one: (next: (limit: number) => number) => string): string[] {
  const next = sequence(7)
  return Array.from({ length: 200 }, () => one(next))
}

/** Whole numbers below a limit, the same in every run (linear congruential, Numerical Recipes). */
export function sequence(seed: number): (limit: number) => number {
  let state = seed
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
}
