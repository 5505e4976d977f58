/** What is in no language: encoded data, keys struck at random, addresses, and code. */
export function garbage(random: () => number): string[] {
  const below = (limit: number): number => Math.floor(limit * random())
  const many = (count: number, make: () => string, joint = ''): string => Array.from({ length: count }, make).join(joint)
  const letter = (): string => String.fromCharCode(0x61 + below(26))
  const hexDigit = (): string => below(16).toString(16)
  const word = (): string => many(2 + below(9), letter)
  const bytes = (): Buffer => Buffer.from(Array.from({ length: 12 + below(80) }, () => below(256)))
  const anyCase = (): string => (random() < 0.5 ? letter() : letter().toUpperCase())
  const cyrillic = (): string => many(2 + below(9), () => String.fromCharCode(0x430 + below(32)))
  const kinds: (() => string)[] = [
    () => bytes().toString('base64'),
    () => bytes().toString('base64url'),
    () => many(16 + below(48), hexDigit),
    () => many(4 + below(12), () => many(8, hexDigit), ' '),
    () => many(3 + below(12), word, ' '),
    () => many(10 + below(50), letter),
    () => many(3 + below(12), () => many(2 + below(9), anyCase), ' '),
    () => many(3 + below(12), cyrillic, ' '),
    () => `https://${word()}.${word()}.com/${many(1 + below(4), word, '/')}?${word()}=${below(1000)}&${word()}=${word()}`,
    () => [8, 4, 4, 4, 12].map((size) => many(size, hexDigit)).join('-'),
  ]
  const lines = (): string => {
    const start = below(code.length)
    return code.slice(start, start + 1 + below(4)).join('\n')
  }
  return [...kinds.flatMap((kind) => Array.from({ length: 300 }, kind)), ...Array.from({ length: 2500 }, lines)]
}

/** Lines in many formal languages, written for this. */
const code = [
  'SELECT name, max(price) AS top FROM items WHERE price > 10 ORDER BY top DESC LIMIT 5;',
  'CREATE TABLE orders (id INTEGER PRIMARY KEY, total REAL NOT NULL, placed DATE);',
  'UPDATE stock SET amount = amount - 1 WHERE item = 42 AND amount > 0;',
  'body { font: 16px/1.5 sans-serif; color: #222; background: white }',
  '@media (max-width: 600px) { .menu { display: none; width: 100% } }',
  '{"name": "shop", "open": true, "hours": [9, 17], "owner": {"id": 7, "mail": null}}',
  '[{"x": 1.5, "y": -2}, {"x": 0, "y": 3.25}]',
  'name: build\non: [push]\njobs:\n  test:\n    runs-on: linux\n    steps:\n      - run: make test',
  'tar -czf backup.tar.gz --exclude="*.log" /var/data && rm -rf /tmp/old',
  'for f in *.txt; do mv "$f" "$f.bak"; done',
  'curl -s -X POST -H "Accept: text/plain" localhost:8080/items | jq .name',
  'def total(items):\n    return sum(item.price * item.count for item in items if item.open)',
  'with open(path) as handle:\n    rows = [line.split(",") for line in handle]',
  'class Point:\n    def __init__(self, x, y):\n        self.x = x',
  'public List<String> names() { return items.stream().map(Item::name).toList(); }',
  'private final Map<String, Integer> counts = new HashMap<>();',
  'func (s *Server) Start(port int) error { return http.ListenAndServe(addr(port), s) }',
  'let mut total = 0; for item in &items { total += item.price; }',
  'printf("%s: %d of %d\\n", name, done, total);',
  'while (left < right) { int mid = left + (right - left) / 2; }',
  '<ul><li class="item"><a href="page.html">page</a></li></ul>',
  '<note id="n1"><to>me</to><from>you</from></note>',
  'echo "$HOME" > out.txt; ls -la | sort -k 5 -n | tail -3',
  'export function total(items: readonly Item[]): number {',
  'const found = items.filter(({ open }) => open).map((item) => item.name)',
  "import { readFile } from 'node:fs/promises'",
  "if (rows.length === 0) throw new Error('no rows in ' + path)",
  'return { ...options, limit: options.limit ?? 10 }',
  'readonly names: ReadonlyMap<string, number>',
  'for (const [key, value] of Object.entries(table)) counts[key] += value',
  'this.#queue.push({ id, text, done: false })',
  'const [first = "", ...rest] = line.split("\\t")',
  'await Promise.all(files.map((file) => load(file, signal)))',
  'app.get("/items/:id", (req, res) => res.json(find(req.params.id)))',
  'type Stage<In, Out extends In> = (article: In) => Promise<Out>',
  'npm install --save-dev left right && npm run build -- --watch',
]
