import type { Script } from './script.ts'

/** Blocks of letters alone: signs and digits of the first block are shared by all scripts. */
export const latin: Script = {
  name: 'latin',
  blocks: [
    [0x0041, 0x005a],
    [0x0061, 0x007a],
    [0x00c0, 0x00d6],
    [0x00d8, 0x00f6],
    [0x00f8, 0x02af],
    [0x1e00, 0x1eff],
    [0x2c60, 0x2c7f],
    [0xa720, 0xa7ff],
    [0xff21, 0xff3a],
    [0xff41, 0xff5a],
  ],
  capitals: true,
  spaces: true,
  romanize: (text) => text,
}
