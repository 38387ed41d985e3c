// @vitest-environment jsdom
/** Fold, tested: what is folded away stands at its own time, also where other times have none of it. */
import { select } from 'd3'
import { expect, it, vi } from 'vitest'
import { openUnfold, textNetwork } from '../../testing/unfold'
import { wiringOf } from '../engine/network'
import { laneOfFold } from '../layout/inFold'
import { setWiring } from '../store/actions/edit'
import { createFold } from './fold'
import { toPicture } from './toPicture'

// Of images, jsdom knows the element only.
HTMLCanvasElement.prototype.getContext = () => null

const tau = 60
const lossAt = 20
const target = `${'∅'.repeat(lossAt - 1)}a${'∅'.repeat(tau - lossAt - 1)}b`

const open = (height: number) => {
  const { unfold } = openUnfold(textNetwork('ab'.repeat(tau / 2), target, 2), {
    room: { width: 900, height },
    view: { zoomLevel: 0, isFoldOpen: false },
  })
  const root = document.createElementNS('http://www.w3.org/2000/svg', 'g')
  const actions = { select: vi.fn<() => void>(), scrub: vi.fn<() => void>() }
  const fold = createFold(select(root), {
    ...{ ...actions, point: vi.fn<() => void>(), openFold: vi.fn<() => void>() },
    sentence: () => '',
  })
  return { unfold, root, fold }
}

it('its words lie on no lane, whatever stands uppermost', () => {
  for (const height of [430, 700])
    for (const wiring of [
      wiringOf('everyStep', 'logits'),
      wiringOf('fedBack', 'logits'),
      wiringOf('fedBack', 'target'),
    ]) {
      const { unfold, root, fold } = open(height)
      setWiring(unfold, wiring)
      fold.update(toPicture(unfold))
      const number = (element: Element, name: string) => Number(element.getAttribute(name))
      const lanes = [...root.querySelectorAll('.lane-frame')]
      for (const text of root.querySelectorAll('text'))
        for (const lane of lanes) {
          const [top, bottom] = [number(lane, 'y'), number(lane, 'y') + number(lane, 'height')]
          const y = number(text, 'y')
          expect(y - 9 >= bottom || y <= top, `${text.textContent} ${y} ${top} ${bottom}`).toBe(
            true,
          )
        }
    }
})

it('one loss among many steps without a target appears at its time', () => {
  const { unfold, root, fold } = open(700)
  const picture = toPicture(unfold)
  const { fold: folded } = picture.layout
  const { from, to } = folded!
  expect(from).toBeLessThan(lossAt)
  expect(to).toBeGreaterThan(lossAt)
  fold.update(picture)
  const each = laneOfFold(folded!).width / (to - from + 1)
  const shown = () => Number(root.querySelector('rect.clip.Lt-value')!.getAttribute('width'))
  fold.paint((node) => node.t! < lossAt)
  expect(shown()).toBe(0)
  fold.paint((node) => node.t! <= lossAt)
  expect(shown()).toBeCloseTo(each * (lossAt - from + 1), 6)
  fold.paint(() => true)
  expect(shown()).toBeCloseTo(each * (lossAt - from + 1), 6)
})
