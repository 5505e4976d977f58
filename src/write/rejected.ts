import type { Rejected } from '../article.ts'
import { TextFile } from './file.ts'
import { formatJson } from './json.ts'
import type { Sink } from './sink.ts'

/** rejected.jsonl: every article that did not come through, and why. */
export function rejectedSink(path: string): Sink<Rejected> {
  const file = new TextFile(path)
  return {
    write: ({ id, origin, stage, code, detail }) =>
      file.write(`${formatJson({ id, origin: { file: origin.file, line: origin.line }, stage, code, detail })}\n`),
    close: () => file.close(),
  }
}
