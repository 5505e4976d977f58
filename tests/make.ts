/** Articles for tests: what a test does not say is the same for all. */
import type { Article } from '../src/article.ts'

export function makeArticle(parts: Partial<Article> = {}): Article {
  return {
    id: 'a',
    origin: { file: 'a.txt', line: 1 },
    title: '',
    body: 'A comet was seen over Uppsala. Nobody knew its name.',
    format: 'text',
    metadata: {},
    versions: [],
    warnings: [],
    ...parts,
  }
}
