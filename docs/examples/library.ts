/**
 * Names of a glossary in a text of one's own, and an article the whole way, without a file or a server.
 * Compiled and run by the tests against the built package.
 */
import { createArticle, createGlossary, findMentions, memoryOf, openEngine, pipeline, rewrite } from 'synoptic'

const glossary = createGlossary([
  { canonical: 'Maria Sibylla Merian', kind: 'person', variants: ['Marie Sybille Merian'] },
  { canonical: 'Suriname', kind: 'place', forms: { de: 'Surinam' } },
])

// Names in plain text: where they stand, which entry they are, what they become.
const text = 'In 1699 Maria Sibyla Meriann sailed to Suriname.'
const mentions = findMentions(text, 'en', glossary)
for (const { surface, replacement, action, confidence } of mentions) {
  console.log(`${surface} → ${replacement} (${action}, ${Math.round(confidence * 100)} %)`)
}
console.log(rewrite(text, mentions))

// An article through every stage. What the memory lacks stays pending: no engine is set up.
await using engine = await openEngine()
const memory = memoryOf([{ de: 'Sie zeichnete Schmetterlinge.', en: 'She drew butterflies.' }])
const stages = pipeline({ glossary, memory, translator: engine.translator, to: ['en'] })
const article = createArticle({
  id: 'merian',
  language: 'de',
  body: 'Maria Sybilla Merian reiste nach Surinam. Sie zeichnete Schmetterlinge.',
})
const outcome = await stages.run(article, new AbortController().signal)
if (outcome.kind === 'rejected') throw new Error(outcome.rejected.detail)
console.log(outcome.article.normalized.source.text)
for (const { language, status, segments } of outcome.article.translations) {
  console.log(language, status, JSON.stringify(segments.map((segment) => segment.text)))
}
