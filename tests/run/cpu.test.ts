import { describe, expect, test } from 'vitest'
import type { Article } from '../../src/article.ts'
import { StageClock } from '../../src/run/cpu.ts'
import { Pipeline, type Stage } from '../../src/stage.ts'
import { cpuMilliseconds } from '../cpu.ts'
import { makeArticle } from '../make.ts'

function busy(milliseconds: number): void {
  const start = cpuMilliseconds()
  while (cpuMilliseconds() - start < milliseconds);
}

describe('StageClock', () => {
  test('counts the work of each stage, not the time it waits', async () => {
    const waiting: Stage<Article, Article> = {
      name: 'waiting',
      run: async (article) => {
        await new Promise((resolve) => setTimeout(resolve, 300))
        return article
      },
    }
    const working: Stage<Article, Article> = {
      name: 'working',
      run: (article) => {
        busy(60)
        return article
      },
    }
    const clock = new StageClock()
    const pipeline = Pipeline.from(waiting).use(working)
    const { signal } = new AbortController()
    await Promise.all(['a', 'b'].map((id) => pipeline.run(makeArticle({ id }), signal, clock.observe)))

    const { waiting: idle, working: worked } = clock.counts()
    expect(idle!.articles).toBe(2)
    expect(idle!.cpuMilliseconds).toBeLessThan(30)
    expect(worked!.articles).toBe(2)
    expect(worked!.cpuMilliseconds).toBeGreaterThan(idle!.cpuMilliseconds)
    expect(worked!.cpuMilliseconds).toBeLessThan(300)
  })
})
