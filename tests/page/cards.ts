/** Cards for tests of the view of names. */
import type { Card, Context, Spelling } from '../../src/write/clusters/card.ts'

export const hostile = `<img src=x onerror="document.title='run'"><script>document.title='run'</script>`

export function context(change: Partial<Context> = {}): Context {
  const left = 'Gestern sprach '
  const beside = { language: 'en', text: 'Becquerel spoke in Paris yesterday.' }
  return {
    article: 'a',
    title: 'Ein Besuch',
    language: 'de',
    where: 'text',
    left,
    right: ' in Paris.',
    confidence: 0.7,
    reason: 'spelling 0.91',
    segment: 2,
    page: true,
    beside,
    ...change,
  }
}

export function spelling(surface: string, change: Partial<Spelling> = {}): Spelling {
  const contexts = [context(), context({ article: 'b', title: 'Die Rede', segment: 0 })]
  return {
    surface,
    replacement: 'Becquerel',
    language: 'de',
    action: 'rewrite',
    confidence: 0.7,
    mentions: 3,
    articles: 2,
    contexts,
    ...change,
  }
}

/** @param spellings surfaces */
export function card(canonical: string, spellings: readonly string[], change: Partial<Card> = {}): Card {
  return {
    entry: canonical,
    canonical,
    kind: 'person',
    risk: 0.5,
    why: ['Short.'],
    mentions: 9,
    articles: 2,
    spellings: spellings.map((surface) => spelling(surface)),
    ...change,
  }
}
