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
  return [...kinds.flatMap((kind) => Array.from({ length: 300 }, kind)), ...Array.from({ length: 4000 }, lines)]
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
  '    "title": "Open with caution",',
  '    "kind": "warning",\n    "default": false,',
  '"main": "lib/index.js",\n"files": ["lib", "readme"],',
  '        if self.closed or not name:',
  '    def size(self):\n        return self._size',
  "        raise ValueError('no such item: %r' % key)",
  '        elif kind is None and depth > limit:',
  'from shop.items import Item, price_of',
  'lambda row: row[0] if row else None,',
  '@property\ndef owner(self) -> str: return self._owner',
  'struct point { float x; float y; };\ntypedef unsigned int count_t;',
  '  uint16_t width;\n  uint16_t height;\n  uint8_t depth;',
  '#define MAX_ITEMS 64\n#ifndef SHOP_H\n#include "shop.h"',
  'static int compare(const void *a, const void *b);',
  'extern char *copy_name(char *to, const char *from, size_t room);',
  'case STATE_OPEN: return close_all(shop); default: break;',
  'std::vector<std::string> names{"a", "b"}; names.push_back(name);',
  'template <typename T> T larger(T a, T b) { return a > b ? a : b; }',
  'namespace shop { class Item : public Base { virtual ~Item(); }; }',
  'public class Item extends Base implements Comparable<Item> {',
  '@Override public String toString() { return name + ": " + price; }',
  'type Item struct { Name string; Price float64 }',
  'impl Display for Item { fn fmt(&self, f: &mut Formatter) -> Result {',
  'val total = items.filter { it.open }.sumOf { it.price }',
  'guard let item = items.first else { return nil }',
  'my ($name, @rest) = @_; print join(", ", map { lc } @rest), "\\n";',
  '$total = array_sum(array_column($items, "price")); echo $total;',
  'items.each { |item| puts item.name if item.open? }\nend',
  "SELECT * FROM items LEFT JOIN owners USING (owner_id) WHERE name LIKE 'a%';",
  "INSERT INTO items (name, price) VALUES ('tea', 2.5), ('milk', 1.2);",
  'ALTER TABLE items ADD COLUMN open BOOLEAN DEFAULT true;',
  'all: build test\nbuild: $(SOURCES)\n\t$(CC) -o shop $^',
  '[server]\nhost = "localhost"\nport = 8080\n[server.limits]\nbody = 1024',
  'location /static { root /srv/www; expires 30d; }',
  'FROM debian:stable\nRUN apt-get update && apt-get install -y make\nCOPY . /app',
  '<input type="text" name="q" value="" placeholder="search" required>',
  '<item id="4"><name lang="en">tea</name><price>2.5</price></item>',
  '.item > a:first-child { display: inline-block; border: 1px solid }',
  '10:42:17.301 INFO [main] server.Start - listening on port 8080',
  'at Object.open (shop.js:42:13)\n    at next (internal.js:7:3)',
  'export default { name: "item", props: ["price", "open"], data: () => ({}) }',
  '    value: done ? total : 0,\n    open: true,',
  'if (options.verbose) {\n    log(message);\n}',
  'async function load(path) {\n  const text = await read(path);',
  '\\begin{table}[h]\\centering\\includegraphics[width=4cm]{plot}',
  'item_name,item_price,open\ntea,2.5,true\nmilk,1.2,false',
]
