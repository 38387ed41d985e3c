/** Timeline: there and back; its knob is the playhead. It is the scrubber. */
import { type Selection, drag, pointer } from 'd3'
import { playheadAt, pointOf } from '../layout/timeline'
import type { Picture, StageActions } from './picture'

type Root = Selection<SVGGElement, unknown, null, undefined>

export const createTimeline = (root: Root, actions: StageActions) => {
  const group = root
    .append('g')
    .attr('class', 'timeline')
    .attr('role', 'slider')
    .attr('tabindex', 0)
    .attr('aria-valuemin', 0)
    .attr('aria-orientation', 'horizontal')
  const times = group.append('g').attr('class', 'times').attr('aria-hidden', 'true')
  const way = group.append('path').attr('class', 'way')
  const done = group.append('path').attr('class', 'done').attr('pathLength', 1)
  const hit = group.append('rect').attr('class', 'hit')
  const knob = group.append('circle').attr('class', 'knob').attr('r', 9)
  let picture: Picture

  const scrub = (event: { sourceEvent: unknown }) => {
    const [x, y] = pointer(event.sourceEvent, group.node()!)
    actions.scrub(playheadAt(picture.places, { x, y }))
  }
  hit.call(drag<SVGRectElement, unknown>().on('start drag', scrub))
  knob.call(drag<SVGCircleElement, unknown>().on('start drag', scrub))

  return {
    update: (next: Picture): void => {
      picture = next
      const { layout, dictionary, places } = picture
      const { timeline, columns } = layout
      const { left, right, forward, backward } = timeline
      const radius = (backward - forward) / 2
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
      times
        .selectAll('text')
        .data(columns.filter(({ t }) => t >= 1))
        .join('text')
        .attr('x', ({ center }) => center)
        .attr('y', timeline.labels)
        .text(({ t }) => dictionary.timeline.time(t))
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
      done.attr('stroke-dasharray', `${length / (2 * lane + arc)} 2`)
      knob.attr('cx', point.x).attr('cy', point.y)
    },
    /** Says where it stands; called when a step is finished. */
    say: (finished: number): void => {
      group.attr('aria-valuenow', finished).attr('aria-valuetext', actions.sentence())
    },
  }
}
