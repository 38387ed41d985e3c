/** Timeline: there and back; its knob is the playhead. It is the scrubber, and for long sequences the overview. */
import { type Selection, pointer, select } from 'd3'
import { foldedWidth } from '../layout/columns'
import { playheadAt, pointOf } from '../layout/timeline'
import type { Picture, StageActions } from './picture'
import { writeAttribute, writeAttributes, writeText } from './write'

/** A finger that moves no further than this taps. */
const tapPx = 8

export const createTimeline = (
  svg: SVGSVGElement,
  actions: Pick<StageActions, 'scrub' | 'sentence'>,
) => {
  const root = select(svg)
  root.selectAll('*').remove()
  const names = root.append('g').attr('class', 'names').attr('aria-hidden', 'true')
  const group = root
    .append('g')
    .attr('class', 'timeline')
    .attr('transform', `translate(${foldedWidth},0)`)
    .attr('role', 'slider')
    .attr('tabindex', 0)
    .attr('aria-valuemin', 0)
    .attr('aria-orientation', 'horizontal')
  const seen = group.append('rect').attr('class', 'seen').attr('rx', 8)
  const times = group.append('g').attr('class', 'times').attr('aria-hidden', 'true')
  const way = group.append('path').attr('class', 'way')
  const done = group.append('path').attr('class', 'done').attr('pathLength', 1)
  const barrier = group.append('path').attr('class', 'barrier')
  const hit = group.append('rect').attr('class', 'hit')
  const knob = group.append('circle').attr('class', 'knob').attr('r', 9)
  let picture: Picture

  const scrub = (event: PointerEvent, isDone: boolean) => {
    const [x, y] = pointer(event, group.node()!)
    actions.scrub(playheadAt(picture.places, { x, y }), isDone)
  }
  /** A finger that may be about to scroll the page, until it goes along the timeline. */
  let down: PointerEvent | null = null
  /** The pointer that drags; it is followed wherever it goes until it is let go. */
  let dragging: number | null = null
  const letGo = () => {
    dragging = null
    group.classed('dragged', false)
  }
  const drag = group.node()!
  select(drag)
    .on('pointerdown', (event: PointerEvent) => {
      const isHandle = event.target === hit.node() || event.target === knob.node()
      if (event.button !== 0 || dragging !== null || !isHandle) return
      dragging = event.pointerId
      group.classed('dragged', true)
      drag.setPointerCapture?.(event.pointerId)
      down = event.pointerType === 'touch' ? event : null
      if (!down) scrub(event, false)
    })
    .on('pointermove', (event: PointerEvent) => {
      if (event.pointerId !== dragging) return
      if (down) {
        const [across, along] = [event.clientX - down.clientX, event.clientY - down.clientY]
        if (Math.max(Math.abs(across), Math.abs(along)) < tapPx) return
        // Up or down is the page's way: this finger moves the playhead no more.
        if (Math.abs(across) <= Math.abs(along)) return letGo()
      }
      down = null
      scrub(event, false)
    })
    .on('pointerup pointercancel lostpointercapture', (event: PointerEvent) => {
      // A finger is held by what it came down on, until that is taken over from it.
      const isTakenOver = event.type === 'lostpointercapture' && event.target !== drag
      if (event.pointerId !== dragging || isTakenOver) return
      letGo()
      if (event.type === 'pointerup') scrub(event, true)
    })

  return {
    update: (next: Picture): void => {
      picture = next
      const { layout, dictionary, places } = picture
      const { timeline, zoom } = layout
      const { left, right, forward, backward } = timeline
      const radius = (backward - forward) / 2
      const width = foldedWidth + right + 60
      writeAttributes(svg, {
        ...{ width: width * zoom, height: timeline.height * zoom },
        viewBox: `0 0 ${width} ${timeline.height}`,
      })
      const path = `M${left},${forward}H${right}A${radius},${radius} 0 0 1 ${right},${backward}H${left}`
      way.attr('d', path)
      done.attr('d', path)
      hit
        .attr('x', left - 14)
        .attr('y', forward - 14)
        .attr('width', right - left + 28 + radius)
        .attr('height', backward - forward + 28)
      group
        .attr('aria-label', dictionary.timeline.label)
        .attr('aria-valuemax', places.points.length - 1)
      const { points } = places
      const stop = points[picture.end]!
      barrier.attr('d', picture.end < points.length - 1 ? `M${stop.x},${stop.y - 15}v30` : null)
      drawTimes(times, picture)
      drawNames(names, picture)
    },
    /** Marks the stretch of the graph that can be seen, where the timeline is an overview. */
    look: ([from, to]: readonly [number, number]): void => {
      const { columns, timeline } = picture.layout
      const { forward, backward } = timeline
      const seenTimes = columns.filter(({ t, x, width }) => t >= 1 && x + width > from && x < to)
      const [first, last] = [seenTimes[0], seenTimes.at(-1)]
      const isStretch = timeline.isOverview && picture.layout.fold === null
      const mark = seen.node()!
      writeAttribute(mark, 'visibility', isStretch && first ? 'visible' : 'hidden')
      if (!first || !last) return
      const [start, end] = [timeline.columns[first.t - 1]!, timeline.columns[last.t - 1]!]
      // Where the line begins and bends belongs to the first time and the last, the knob and all.
      const before = first.t === 1 ? 9 : 2
      const after = last.t === columns.at(-1)!.t ? (backward - forward) / 2 + 5 : 2
      writeAttributes(mark, {
        ...{ x: start.x - before, width: end.x + end.width - start.x + before + after },
        ...{ y: forward - 12, height: backward - forward + 24 },
      })
    },
    /** Moves the knob; called in every frame. */
    move: (playhead: number): void => {
      const { timeline } = picture.layout
      const point = pointOf(picture.places, playhead)
      const radius = (timeline.backward - timeline.forward) / 2
      const [lane, arc] = [timeline.right - timeline.left, Math.PI * radius]
      const length =
        point.y <= timeline.forward
          ? point.x - timeline.left
          : point.y >= timeline.backward
            ? lane + arc + timeline.right - point.x
            : lane + radius * Math.acos(1 - (point.y - timeline.forward) / radius)
      writeAttribute(done.node()!, 'stroke-dasharray', `${length / (2 * lane + arc)} 2`)
      writeAttributes(knob.node()!, { cx: point.x, cy: point.y })
    },
    /** Says where it stands; called when a step is finished. */
    say: (finished: number): void => {
      group.attr('aria-valuenow', finished).attr('aria-valuetext', actions.sentence())
    },
    destroy: (): void => {
      root.selectAll('*').remove()
    },
  }
}

type Root = Selection<SVGGElement, unknown, null, undefined>

/** As many times as can be read, evenly apart: all by name, or the first by name and every so many by number. */
const drawTimes = (root: Root, { layout, dictionary }: Picture): void => {
  const { fold } = layout
  const { columns, labels, isOverview, left, right } = layout.timeline
  const each = columns.at(-1)!.width
  const isNamed = each >= 48
  const every = isNamed ? 1 : strideFor(each, columns.length)
  const isFolded = (t: number) => !isOverview && fold !== null && t >= fold.from && t <= fold.to
  const isOn = (t: number) =>
    every <= 2 ? (t - 1) % every === 0 : t % every === 0 || (t === 1 && (every - 1) * each >= 48)
  root
    .selectAll('text')
    .data(columns.filter(({ t }) => isOn(t) && !isFolded(t)))
    .join('text')
    .each(function ({ t, center }) {
      const isFirst = t === 1 || (t === every && (every - 1) * each < 48)
      const text = isNamed || isFirst ? dictionary.timeline.time(t) : dictionary.count(t)
      // The first begins where the line does; a long last one stays inside its turn.
      const most = isOverview ? right + 8 - digitWidth * text.length : Infinity
      const x = Math.min(Math.max(center, left + 12), most)
      writeAttributes(this as Element, { x, y: labels })
      writeText(this as Element, text)
    })
}

/** Half of it. */
const digitWidth = 3.2

/** 1, 2, 5, 10, 20, …: the least at which numbers stand apart. */
const strideFor = (each: number, most: number): number => {
  const room = most < 100 ? 32 : 48
  for (let ten = 1; ; ten *= 10)
    for (const stride of [ten, 2 * ten, 5 * ten]) if (stride * each >= room) return stride
}

const drawNames = (root: Root, { layout, dictionary }: Picture): void => {
  const { forward, backward } = layout.timeline
  const { timeline } = dictionary
  root
    .selectAll('text')
    .data([
      { text: timeline.forward, y: forward },
      { text: timeline.backward, y: backward },
    ])
    .join('text')
    .attr('class', 'track-name')
    .attr('x', 14)
    .attr('y', ({ y }) => y)
    .attr('dy', '0.33em')
    .each(function ({ text }) {
      writeText(this as Element, text)
    })
}
