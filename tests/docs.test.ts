/** What docs/ publishes is made from the code: `npx vitest run tests/docs.test.ts -u` writes it anew. */
import { expect, test } from 'vitest'
import { z } from 'zod'
import { settingsSchema } from '../src/config.ts'
import { storySchema } from '../src/story.ts'
import { corpusSchema } from '../src/write/index.ts'

const pages = {
  'config.schema.json': z.toJSONSchema(settingsSchema, { io: 'input' }),
  'corpus.schema.json': z.toJSONSchema(corpusSchema, { io: 'input' }),
  'story.schema.json': z.toJSONSchema(storySchema),
}

test.each(Object.entries(pages))('docs/%s is what the code accepts', async (name, schema) => {
  await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(`../docs/${name}`)
})
