import { describe, expect, test } from 'vitest'
import type { Article, Cleaned } from '../src/article.ts'
import { RejectError } from '../src/errors.ts'
import { Pipeline, type Stage } from '../src/stage.ts'
import { makeArticle } from './make.ts'

const signal = new AbortController().signal

const cleaning: Stage<Article, Cleaned> = {
  name: 'cleaning',
  run: (article) => ({ ...article, text: article.body, blocks: [], removed: [] }),
}

function failing(thrown: unknown): Stage<Article, Article> {
  return {
    name: 'failing',
    run: () => {
      throw thrown
    },
  }
}

describe('Pipeline.run', () => {
  test('an article grows stage by stage', async () => {
    const outcome = await Pipeline.from(cleaning).run(makeArticle({ body: 'text' }), signal)
    expect(outcome).toMatchObject({ kind: 'done', article: { id: 'a', body: 'text', text: 'text' } })
  })

  test('stages run in the order of their use, and each is timed', async () => {
    const seen: string[] = []
    const noting = (name: string): Stage<Article, Article> => ({ name, run: (article) => article })
    await Pipeline.from(noting('one'))
      .use(noting('two'))
      .run(makeArticle(), signal, (stage, milliseconds) => {
        expect(milliseconds).toBeGreaterThanOrEqual(0)
        seen.push(stage)
      })
    expect(seen).toEqual(['one', 'two'])
  })

  test('a RejectError rejects the article with its code, and says where the article came from', async () => {
    const outcome = await Pipeline.from(failing(new RejectError('empty', 'no text left'))).run(makeArticle(), signal)
    expect(outcome).toEqual({
      kind: 'rejected',
      rejected: { id: 'a', origin: { file: 'a.txt', line: 1 }, stage: 'failing', code: 'empty', detail: 'no text left' },
    })
  })

  test('anything else that is thrown rejects it too: one article never stops the run', async () => {
    for (const thrown of [new TypeError('x is undefined'), 'a string', undefined]) {
      const outcome = await Pipeline.from(failing(thrown)).run(makeArticle(), signal)
      expect(outcome).toMatchObject({ kind: 'rejected', rejected: { code: 'stage-failed' } })
    }
  })

  test('an abort is thrown, not blamed on the article', async () => {
    const controller = new AbortController()
    const aborting: Stage<Article, Article> = {
      name: 'aborting',
      run: () => {
        controller.abort(new Error('enough'))
        throw new Error('something went wrong because of the abort')
      },
    }
    await expect(Pipeline.from(aborting).run(makeArticle(), controller.signal)).rejects.toThrow('enough')
    await expect(Pipeline.from(cleaning).run(makeArticle(), controller.signal)).rejects.toThrow('enough')
  })

  test('warnings are kept on the article, with the stage that gave them, and do not replace earlier ones', async () => {
    const warning: Stage<Article, Article> = {
      name: 'warning',
      run: (article, { warn }) => {
        warn('duplicate-id', 'twice', { start: 0, end: 1 })
        return article
      },
    }
    const earlier = { stage: 'read', code: 'text-replaced', detail: 'NUL' }
    const outcome = await Pipeline.from(warning).run(makeArticle({ warnings: [earlier] }), signal)
    expect(outcome).toMatchObject({
      article: { warnings: [earlier, { stage: 'warning', code: 'duplicate-id', detail: 'twice', span: { start: 0, end: 1 } }] },
    })
  })
})

test('stages in the wrong order do not compile', () => {
  const needsCleaned: Stage<Cleaned, Cleaned> = { name: 'needs cleaned', run: (article) => article }
  const right = Pipeline.from(cleaning).use(needsCleaned)
  // @ts-expect-error: an Article has no text yet
  Pipeline.from(failing(0)).use(needsCleaned)
  expect(right.names).toEqual(['cleaning', 'needs cleaned'])
})
