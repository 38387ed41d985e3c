/** Change: what one edit, or one cut, has changed, from the two moments that it lies between. */
import { patternOf } from '../engine/network'
import {
  type Document,
  classesText,
  hasOneTarget,
  inputText,
  outputSymbols,
  targetText,
} from './document'
import { type Title, titleOf } from './examples'
import type { Moment } from './store'
import { graphemes } from './symbols'

/** What an edit is called by, as texts that differ where it has changed: the first that does names it. */
const subjects = {
  cuts: ({ cuts }) => [...cuts].join(', '),
  pattern: ({ document: { network } }) => patternOf(network.architecture),
  feedback: ({ document: { network } }) => network.architecture.feedback ?? '',
  hidden: ({ document: { network } }) => String(network.architecture.hiddenSize),
  activation: ({ document: { network } }) => network.architecture.activation,
  seed: ({ document: { seed } }) => String(seed),
  reads: ({ document: { network } }) => inputText(network),
  losses: ({ document }) => silencedText(document),
  classes: ({ document: { network } }) => (hasOneTarget(network) ? classesText(network) : ''),
  target: ({ document: { network } }) =>
    hasOneTarget(network)
      ? outputSymbols(network)[network.sequence.targets[0]!]!
      : targetText(network),
} satisfies Readonly<Record<string, (moment: Moment) => string>>

export type Subject = keyof typeof subjects | 'opened' | 'parameters'

export interface Change {
  readonly subject: Subject
  readonly before: string
  readonly after: string
  /** Of a network that was opened: what it is called. */
  readonly title?: Title | undefined
}

export const changeOf = (earlier: Moment, later: Moment): Change => {
  const { network } = later.document
  // An edit takes the title away, and what a file is called.
  const title = titleOf.get(network)
  if (network !== earlier.document.network && (title || network.title !== null))
    return { subject: 'opened', before: '', after: network.title ?? '', title }
  const changed = (Object.keys(subjects) as (keyof typeof subjects)[])
    .map((subject) => {
      const [before, after] = [earlier, later].map(subjects[subject])
      return { subject, before: before!, after: after! }
    })
    .filter(({ before, after }) => before !== after)
  return changed[0] ?? { subject: 'parameters', before: '', after: '' }
}

const silencedText = ({ network, silenced }: Document): string =>
  silenced?.sequence === network.sequence ? [...silenced.targets.keys()].join(', ') : ''

/** So much of a long text is said. */
const mostCharacters = 18
/** So much of it stands before what has changed. */
const lead = 6

/** Long texts cut short, so that what has changed in them is among what is left. */
export const aroundChange = (change: Change): Change => {
  const [before, after] = [change.before, change.after].map(graphemes) as [string[], string[]]
  const first = before.findIndex((symbol, i) => symbol !== after[i])
  const same = first < 0 ? before.length : first
  const cut = (text: readonly string[]) => {
    if (text.length <= mostCharacters) return text.join('')
    const start = Math.max(0, Math.min(same - lead, text.length - mostCharacters))
    const end = start + mostCharacters
    return `${start > 0 ? '…' : ''}${text.slice(start, end).join('')}${end < text.length ? '…' : ''}`
  }
  return { ...change, before: cut(before), after: cut(after) }
}
