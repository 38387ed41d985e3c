/** Store: causes only. What follows from them is in derived.ts; the playhead is the clock's. */
import { temporal } from 'zundo'
import { createStore } from 'zustand/vanilla'
import type { Cell } from '../engine/cells/cell'
import type { UnfoldError } from '../engine/error'
import type { EquationForm } from '../engine/inline'
import type { Running } from '../engine/running'
import type { Grain, Order, Phase } from '../engine/schedule'
import type { Language } from '../i18n'
import type { Dictionary } from '../i18n/en'
import type { View } from '../layout/columns'
import type { Room } from '../layout/layout'
import type { Notation } from '../notation/notations'
import type { Theme } from '../notation/scales'
import type { Document } from './document'

/** What the large pane shows of the one network, at the one playhead. */
export type SceneId = keyof Dictionary['scenes']['names']

export type Message =
  | { readonly kind: 'error'; readonly error: UnfoldError }
  | {
      readonly kind: 'opened'
      readonly title: string
      readonly unknownKeys: readonly string[]
    }
  | { readonly kind: 'saved'; readonly name: string }
  /** The edit that was taken back, or made again, is between two moments of the history; `left`: how many are before it. */
  | { readonly kind: Travel; readonly left: number }
  /** The page has been loaded again, and what it was about is there again. */
  | { readonly kind: 'restored' }

/** A way along the history. */
export type Travel = 'undo' | 'redo'

/** Does it go by itself? What must be read stays: an error, or what was left out of a file. */
export const isPassing = (message: Message): boolean =>
  message.kind === 'opened' ? message.unknownKeys.length === 0 : message.kind !== 'error'

/** What is pointed at, in an equation or on the stage: edges as they act in one direction, variables by their keys. */
export interface Pointed {
  readonly phase: Phase
  readonly edges: readonly number[]
  readonly nodes: readonly string[]
}

/** One number of the run: an entry of a variable, or of its gradient. */
export interface EntryPlace {
  readonly key: string
  readonly isGradient: boolean
  /** From 0, row by row. */
  readonly entry: number
  /** Of the terms of its equation the one by which it was asked for, from 0. */
  readonly term?: number | undefined
}

export interface OpenShare {
  readonly cell: Cell
  readonly edge: string
  /** Marked in the graph, unless one points at something else. */
  readonly pointed: Pointed
}

/** How numbers are explained. */
export interface Explaining {
  readonly form: EquationForm
  /** Is the line with numbers shown? Null: for what is selected alone. */
  readonly hasNumbers: boolean | null
  /** By which half what is selected was asked for, its value or its gradient; another object each time. */
  readonly asked: { readonly half: Phase }
  /** The numbers by which one came to the last of them; it is shown as long as its variable is selected. */
  readonly trail: readonly EntryPlace[]
  /** What one step adds to a shared parameter, where that is open: its edge, as `W a(3)`, which is something else in another cell. */
  readonly share: OpenShare | null
}

export const plainExplaining: Explaining = {
  form: 'graph',
  hasNumbers: null,
  asked: { half: 'forward' },
  trail: [],
  share: null,
}

export const noCuts: State['cuts'] = new Set()

export const plainRunning: Running = { choice: 'argmax', seed: 1 }

export interface State {
  readonly document: Document
  /** Edges on which no gradient comes back, as `h(2) a(3)`. Undone and redone like edits, but in no file. */
  readonly cuts: ReadonlySet<string>
  /** Of a network that feeds back a symbol of its own. Never part of the document. */
  readonly running: Running
  /** Key of the selected node (`h(3)`, `W`); null: the inspector follows the playhead. */
  readonly selection: string | null
  readonly explaining: Explaining
  readonly pointed: Pointed | null
  readonly scene: SceneId
  readonly grain: Grain
  /** Whether steps follow each other, or all go at once where none needs another. */
  readonly order: Order
  readonly speed: number
  readonly language: Language
  readonly theme: Theme
  /** What the parameters are called. */
  readonly notation: Notation
  readonly message: Message | null
  /** How wide columns are, and whether the middle of a long sequence is open. */
  readonly view: View
  /** What the stage has to draw in, in pixels. */
  readonly room: Room
}

/** What undo goes back to. */
export type Moment = Pick<State, 'document' | 'cuts'>

export const speeds: readonly number[] = [0.25, 0.5, 1, 2, 4, 8]

export const createUnfoldStore = (initial: State) =>
  createStore<State>()(
    temporal(() => initial, {
      partialize: ({ document, cuts }): Moment => ({ document, cuts }),
      equality: (a, b) => a.document === b.document && a.cuts === b.cuts,
      limit: 500,
    }),
  )

export type UnfoldStore = ReturnType<typeof createUnfoldStore>
