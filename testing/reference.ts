/** Reference: the cases that PyTorch's autograd computed in float64, and how far two numbers disagree. */
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Network } from '../src/engine/network'
import { parseNetwork } from '../src/formats/network'

/** A scalar, a vector, or a matrix as a list of its rows. */
export type Nested = number | readonly Nested[]

export interface ReferenceStep {
  readonly t: number
  readonly gradients: Readonly<Record<string, Nested>>
  /** `x`, `a`, `h`, and where they exist `o`, `yhat`, `loss`. */
  readonly [variable: string]: Nested | Readonly<Record<string, Nested>>
}

/** As in a trace file. */
export interface Expectation {
  readonly loss: number
  readonly steps: readonly ReferenceStep[]
  readonly gradients: Readonly<Record<string, Nested>>
}

export interface Reference {
  readonly name: string
  readonly recurrence: string
  readonly readout: string
  /** The text of a network file. */
  readonly text: string
  readonly expected: Expectation
}

interface ReferenceFile {
  readonly network: { readonly architecture: Pick<Reference, 'recurrence' | 'readout'> }
  readonly expected: Expectation
}

const folder = join(import.meta.dirname, 'reference')

const load = (file: string): Reference => {
  const { network, expected } = JSON.parse(
    readFileSync(join(folder, file), 'utf8'),
  ) as ReferenceFile
  const { recurrence, readout } = network.architecture
  const name = file.replace('.json', '')
  return { name, recurrence, readout, text: JSON.stringify(network), expected }
}

const references: readonly Reference[] = readdirSync(folder).sort().map(load)

/** The same with their networks. */
export const readReferences: readonly (Reference & { readonly network: Network })[] =
  references.map((reference) => ({ ...reference, network: parseNetwork(reference.text).network }))

/** |a − b| / max(1, |a|, |b|) */
export const disagreement = (a: number, b: number): number =>
  Math.abs(a - b) / Math.max(1, Math.abs(a), Math.abs(b))

/** The largest disagreement of any two entries; Infinity where the shapes differ. */
export const largestDisagreement = (a: unknown, b: unknown): number => {
  if (typeof a === 'number' && typeof b === 'number') return disagreement(a, b)
  if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return Infinity
  return a.reduce<number>((top, entry, i) => Math.max(top, largestDisagreement(entry, b[i])), 0)
}
