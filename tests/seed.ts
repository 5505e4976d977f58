/** Properties are tried on the same inputs every time: what fails fails for everybody. SYNOPTIC_SEED explores others. */
import fc from 'fast-check'

fc.configureGlobal({ seed: Number(process.env.SYNOPTIC_SEED ?? 1) })
