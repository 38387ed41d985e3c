/** Pictures: small states of the stage, a record each: a test, a golden, a page to look through and a figure at once. */
import { type Wiring, wiringOf } from '../src/engine/network'
import type { Running } from '../src/engine/running'
import type { Grain } from '../src/engine/schedule'
import type { Language } from '../src/i18n'
import type { View } from '../src/layout/columns'
import type { Theme } from '../src/notation/scales'
import { plainRunning } from '../src/store/store'

export interface GalleryPicture {
  /** What it shows, in a few words. */
  readonly title: string
  readonly reads: string
  readonly says: string
  readonly hiddenSize: number
  readonly wiring: Wiring
  readonly running: Running
  readonly grain: Grain
  /** Steps from the start, a fraction in the middle of one; below 0: back from the end; Infinity: the end. */
  readonly playhead: number
  readonly selection: string | null
  readonly cuts: readonly string[]
  readonly theme: Theme
  readonly language: Language
  readonly view: View
  readonly width: number
}

/** What most pictures have in common. */
const plain: Omit<GalleryPicture, 'title' | 'playhead'> = {
  reads: 'hel',
  says: 'elo',
  hiddenSize: 3,
  wiring: wiringOf('everyStep', 'logits'),
  running: plainRunning,
  grain: 'variable',
  selection: null,
  cuts: [],
  theme: 'light',
  language: 'en',
  view: { zoomLevel: 0, isFoldOpen: false },
  width: 640,
}

const text = 'a long sentence does not fit in here'

export const pictures = {
  start: { ...plain, title: 'Nothing is computed, nothing is coloured', playhead: 0 },
  forward: { ...plain, title: 'The first step has been read', playhead: 5 },
  motion: { ...plain, title: 'Colour on its way along two edges', playhead: 5.45 },
  addition: {
    ...plain,
    title: 'Two gradients are added at h(2)',
    grain: 'contribution',
    playhead: -17,
    selection: 'h(2)',
  },
  end: { ...plain, title: 'All that there is', playhead: Infinity, selection: 'W' },
  dark: { ...plain, title: 'The same in the dark', playhead: -3, theme: 'dark' },
  chinese: {
    ...plain,
    title: '中文界面',
    reads: '今天',
    says: '天气',
    language: 'zh',
    playhead: -6,
  },
  fedBack: {
    ...plain,
    title: 'The output is fed back, and a gradient with it',
    wiring: wiringOf('fedBack', 'logits'),
    playhead: -4,
  },
  teacherForcing: {
    ...plain,
    title: 'Teacher forcing: no gradient comes back through what is given',
    wiring: wiringOf('fedBack', 'target'),
    playhead: -4,
  },
  onItsOwn: {
    ...plain,
    title: 'On its own: each step reads the symbol that was drawn before',
    wiring: wiringOf('fedBack', 'argmax'),
    running: { choice: 'sample', seed: 2 },
    playhead: -4,
  },
  atEnd: {
    ...plain,
    title: 'One output, at the end',
    wiring: wiringOf('atEnd', 'logits'),
    playhead: -5,
  },
  cut: {
    ...plain,
    title: 'A gradient is held back on its way to h(2)',
    cuts: ['h(2) a(3)'],
    playhead: -4,
  },
  folded: {
    ...plain,
    title: 'The middle of a long sequence is folded away',
    reads: text,
    says: `${text.slice(1)} `,
    playhead: -40,
    width: 1000,
  },
  narrow: {
    ...plain,
    title: 'Cells too narrow for numbers',
    hiddenSize: 16,
    view: { zoomLevel: -1, isFoldOpen: true },
    playhead: -8,
  },
  lanes: {
    ...plain,
    title: 'Cells as lines of pixels',
    hiddenSize: 48,
    view: { zoomLevel: -3, isFoldOpen: true },
    playhead: -8,
  },
} satisfies Readonly<Record<string, GalleryPicture>>

export type PictureName = keyof typeof pictures
export const pictureNames = Object.keys(pictures) as readonly PictureName[]
