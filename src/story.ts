import { z } from 'zod'

const index = z.int().min(0)
const share = z.number().min(0).max(1)
const id = z.string().min(1)

/** Sentences of two versions that say the same, counted from 0. */
const besideSchema = z.strictObject({ a: z.array(index), b: z.array(index), score: share })

export const pairSchema = z.strictObject({
  ...{ a: id, b: id, kind: z.enum(['copy', 'translation']), similarity: share },
  alignments: z.array(besideSchema),
})

/** A stretch of a version that differs from the base: UTF-16 code units of the two rows' texts, whose sentences stand one after the other. */
const difference = z.strictObject({
  version: id,
  kind: z.enum(['replaced', 'added', 'missing', 'moved']),
  base: z.strictObject({ start: index, end: index, text: z.string() }),
  here: z.strictObject({ start: index, end: index, text: z.string() }),
})

const row = z.strictObject({
  cells: z
    .array(z.strictObject({ sentences: z.array(index), text: z.string() }))
    .meta({ description: 'One for each version, in their order.' }),
  differences: z.array(difference).meta({ description: 'Of versions in the language of the base, word by word.' }),
  facts: z
    .array(z.strictObject({ kind: z.enum(['name', 'number', 'date']), value: z.string(), versions: z.array(id) }))
    .meta({ description: 'What some versions that have the row name, and others do not.' }),
})

/** stories/<id>.json: versions of one story, side by side. */
export const storySchema = z
  .strictObject({
    id,
    base: id.meta({ description: 'The version that the others are compared with: the least garbled, as far as can be told.' }),
    versions: z.array(
      z.strictObject({
        id,
        language: id,
        title: z.string(),
        follows: z
          .strictObject({ id, shared: index })
          .exactOptional()
          .meta({ description: 'The version it is nearest to: in one language by shared deviations, else by similarity.' }),
        deviations: index.meta({ description: 'Readings that most versions in the language of the base have not.' }),
        adds: z.array(index).meta({ description: 'Rows that only this version has.' }),
        leavesOut: z.array(index).meta({ description: 'Rows that this version alone has not.' }),
      }),
    ),
    pairs: z.array(pairSchema),
    rows: z.array(row),
    names: z
      .array(
        z.strictObject({
          canonical: z.string(),
          entry: z.string(),
          spellings: z.array(z.strictObject({ spelling: z.string(), versions: z.array(id) })),
        }),
      )
      .meta({ description: 'Names of the glossary that the versions spell in several ways, or not as it does.' }),
    consensus: z
      .strictObject({ language: id, text: z.string() })
      .meta({ description: 'What most versions in the language of the base say.' }),
  })
  .meta({ title: 'Story', description: 'stories/<id>.json: versions of one story, side by side.' })

export type Story = z.output<typeof storySchema>
export type Pair = z.output<typeof pairSchema>
