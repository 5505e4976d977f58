import { join } from 'node:path'
import type { Rejected } from '../../article.ts'
import { TextFile } from '../file.ts'
import type { Sink } from '../sink.ts'

export interface ReportSink extends Sink {
  reject(rejected: Rejected): void
}

export function reportSink(folder: string): ReportSink {
  const file = new TextFile(join(folder, 'index.html'))
  return { write: () => {}, reject: () => {}, close: () => file.close() }
}
