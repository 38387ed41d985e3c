// @vitest-environment jsdom
/** Frames, tested: what moves is drawn without React; a step that is finished is what React hears of. */
import { Profiler, act } from 'react'
import { createRoot } from 'react-dom/client'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { lengthOf, openUnfold, textNetwork } from '../../testing/unfold'
import { grains } from '../engine/schedule'
import { range } from '../engine/unfold'
import { UnfoldProvider } from '../panels/UnfoldProvider'
import { setInput } from '../store/actions/edit'
import { select, setGrain, setSpeed } from '../store/actions/view'
import { Page } from './Page'

/** What jsdom lacks of a browser; nothing here measures or paints pixels. */
beforeAll(() => {
  const nothing = () => {}
  Object.assign(globalThis, {
    IS_REACT_ACT_ENVIRONMENT: true,
    ResizeObserver: class {
      observe = nothing
      unobserve = nothing
      disconnect = nothing
    },
    matchMedia: () => ({ matches: false, addEventListener: nothing, removeEventListener: nothing }),
  })
  Object.assign(HTMLElement.prototype, { showPopover: nothing, hidePopover: nothing })
  Object.assign(HTMLDialogElement.prototype, { showModal: nothing, close: nothing })
  Object.assign(Element.prototype, {
    scrollTo: nothing,
    scrollBy: nothing,
    scrollIntoView: nothing,
  })
  HTMLCanvasElement.prototype.getContext = () => null
})

/** The page of an unfold, once it has come to rest; counts what React commits. */
const mount = async () => {
  const { unfold, tick, isRunning } = openUnfold(textNetwork('ab', 'ba', 2))
  const host = document.body.appendChild(document.createElement('div'))
  const root = createRoot(host)
  let commits = 0
  await act(async () => {
    root.render(
      <Profiler id="page" onRender={() => commits++}>
        <UnfoldProvider unfold={unfold}>
          <Page />
        </UnfoldProvider>
      </Profiler>,
    )
    // What comes in chunks of its own.
    await Promise.all([import('../panels/Inspector'), import('katex')])
  })
  return {
    ...{ unfold, host, root, isRunning },
    knobX: () => host.querySelector('.knob')!.getAttribute('cx'),
    playhead: () => unfold.clock.store.getState().playhead,
    /** How many commits it takes. */
    commitsOf: (work: () => void): number => {
      const before = commits
      act(work)
      return commits - before
    },
    frames: (count: number, elapsedMs: number) => {
      for (let i = 0; i < count; i++) tick(elapsedMs)
    },
  }
}

/** What React and the page complained of. */
const complaints: unknown[] = []

let page: Awaited<ReturnType<typeof mount>>

beforeAll(async () => {
  vi.spyOn(console, 'error').mockImplementation((...args) => complaints.push(args))
  page = await mount()
  // A variable with its numbers plugged in, so that what loads late for it is there.
  await act(async () => {
    select(page.unfold, 'h(1)')
    await Promise.all([
      import('../panels/GradientPart'),
      import('../panels/NumericTerm'),
      import('../panels/Check'),
    ])
  })
  await act(async () => select(page.unfold, null))
})

beforeEach(() => {
  act(() => {
    page.unfold.clock.jump(0)
    setGrain(page.unfold, 'variable')
  })
})

afterAll(() => act(() => page.root.unmount()))

describe('sixty frames inside one step', () => {
  it('are painted without a commit of React, while it plays', () => {
    const { unfold, commitsOf, frames, playhead, knobX } = page
    expect(commitsOf(() => unfold.clock.play())).toBeGreaterThan(0)
    const places = new Set<string | null>()
    const commits = commitsOf(() => {
      for (let i = 0; i < 60; i++) {
        frames(1, 6)
        places.add(knobX())
      }
    })
    expect(playhead()).toBeCloseTo(0.9, 6)
    expect(places.size).toBe(60)
    expect(commits).toBe(0)
  })

  it('leave the sentence as it is, which stands back where they are slow', () => {
    const { unfold, host, frames } = page
    const isPast = () => host.querySelector('.sentence')!.hasAttribute('data-past')
    act(() => {
      unfold.clock.stepForward()
      frames(10, 6)
    })
    expect(isPast()).toBe(false)
    act(() => {
      setSpeed(unfold, 0.25)
      frames(10, 6)
    })
    expect(isPast()).toBe(true)
    act(() => frames(100, 60))
    expect(isPast()).toBe(false)
    act(() => setSpeed(unfold, 1))
  })

  it.each(grains)(
    'are painted without a commit of React, in a single step at the grain %s',
    (grain) => {
      const { unfold, commitsOf, frames, playhead } = page
      commitsOf(() => {
        setGrain(unfold, grain)
        unfold.clock.jump(1)
        unfold.clock.stepForward()
      })
      expect(commitsOf(() => frames(60, 6))).toBe(0)
      expect(playhead()).toBeCloseTo(1.9, 6)
    },
  )

  it('are painted without a commit of React on the way back, too', () => {
    const { unfold, commitsOf, frames } = page
    commitsOf(() => {
      unfold.clock.jump(lengthOf(unfold) - 3)
      unfold.clock.play()
    })
    expect(commitsOf(() => frames(60, 6))).toBe(0)
  })
})

describe('a step that is finished', () => {
  it('is committed, once, and then rests without commits', () => {
    const { unfold, commitsOf, frames, playhead, host } = page
    commitsOf(() => unfold.clock.play())
    commitsOf(() => frames(60, 6))
    const before = host.querySelector('.transport')!.textContent
    expect(commitsOf(() => frames(10, 6))).toBe(1)
    expect(host.querySelector('.transport')!.textContent).not.toBe(before)
    expect(commitsOf(() => frames(60, 6))).toBe(0)
    expect(playhead()).toBe(1)
  })

  it('is committed at the end of a run, and then nothing any more', () => {
    const { unfold, commitsOf, frames, playhead, isRunning } = page
    const all = lengthOf(unfold)
    commitsOf(() => {
      unfold.clock.jump(all - 1)
      unfold.clock.play()
    })
    expect(commitsOf(() => frames(60, 6))).toBe(0)
    expect(commitsOf(() => frames(10, 6))).toBeGreaterThan(0)
    expect([playhead(), isRunning()]).toEqual([all, false])
    expect(commitsOf(() => frames(60, 6))).toBe(0)
  })
})

describe('what is no frame', () => {
  it('is committed: a jump, a selection, an edit', () => {
    const { unfold, commitsOf, host } = page
    expect(commitsOf(() => unfold.clock.jump(5))).toBeGreaterThan(0)
    expect(commitsOf(() => select(unfold, 'h(2)'))).toBeGreaterThan(0)
    expect(commitsOf(() => setInput(unfold, 'abc'))).toBeGreaterThan(0)
    expect(host.querySelectorAll('.box[data-key="h(3)"]')).toHaveLength(1)
  })
})

describe('the page', () => {
  it('has nothing to complain of in the console, at any step', () => {
    const { unfold } = page
    for (const grain of grains) {
      act(() => setGrain(unfold, grain))
      for (const playhead of range(0, lengthOf(unfold))) act(() => unfold.clock.jump(playhead))
    }
    expect(complaints).toEqual([])
  })
})
