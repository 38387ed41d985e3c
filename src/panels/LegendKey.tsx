/** LegendKey: what the colours mean, and how far the scale of each variable goes; comes in a chunk of its own, when the legend is first pressed. */
import { type ReactNode, useEffect, useRef } from 'react'
import type { GraphNode } from '../engine/unfold'
import { colourWords } from '../i18n/colours'
import { toVisible } from '../notation/names'
import { toCellText } from '../notation/numbers'
import type { Paint } from '../notation/scales'
import { noTarget } from '../store/symbols'
import { storyOf } from '../store/unfold'
import { addCover } from './covers'
import { MathName } from './MathName'
import { useScales } from './useScales'
import { useDictionary, useFinished, useUnfold, useValue, useWords } from './useUnfold'
import './legendKey.css'

/** Stands after the legend, beside which it opens. */
export const LegendKey = ({ id }: { readonly id: string }) => {
  const { stage } = useDictionary()
  const words = useWords(colourWords)
  const popover = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = popover.current!
    const remove = addCover(element)
    element.showPopover()
    return remove
  }, [])
  return (
    <div
      ref={popover}
      id={id}
      role="group"
      aria-label={stage.colours}
      className="covers legend-key"
      popover="auto"
      onBeforeToggle={({ newState, currentTarget }) => {
        if (newState === 'open')
          placeBeside(currentTarget, currentTarget.previousElementSibling!.getBoundingClientRect())
      }}
    >
      <Samples />
      <p>{words.scales}</p>
      <Ends />
    </div>
  )
}

/** Under what it is about, or over it where that stands low; on large screens both are enlarged. */
const placeBeside = (element: HTMLElement, { top, bottom, left }: DOMRect) => {
  const { clientWidth, clientHeight } = document.documentElement
  const zoom = (element.currentCSSZoom as number | undefined) ?? 1
  const px = (length: number) => `${length / zoom}px`
  const isLow = top > clientHeight / 2
  const { style } = element
  style.top = isLow ? 'auto' : px(bottom + gap)
  style.bottom = isLow ? px(clientHeight - top + gap) : 'auto'
  style.maxHeight = px((isLow ? top : clientHeight - bottom) - 2 * gap)
  style.left = px(Math.max(gap, Math.min(left, clientWidth - mostWidth * zoom - gap)))
}
const gap = 8
const mostWidth = 400

const Samples = () => {
  const words = useWords(colourWords)
  const { legend } = useScales()
  const { top } = useDictionary()
  return (
    <ul>
      <Sample colours={null}>{words.blank}</Sample>
      <Sample colours={[legend.value(0), legend.gradient(0)]}>{words.zero}</Sample>
      <Sample colours={[-tiny, tiny].flatMap((x) => [legend.value(x), legend.gradient(x)])}>
        {words.tiny}
      </Sample>
      <Sample colours={[-1, 1].flatMap((x) => [legend.value(x), legend.gradient(x)])}>
        {words.most}
      </Sample>
      <Sample colours={[legend.value(NaN)]}>{words.none}</Sample>
      <Sign text={noTarget}>{words.noTarget(top.shouldSay)}</Sign>
      <Sign text={toVisible(' ')}>{words.space}</Sign>
    </ul>
  )
}
const tiny = 0.001

const Sign = ({ text, children }: { readonly text: string; readonly children: string }) => (
  <li>
    <span className="sample" aria-hidden="true">
      {text}
    </span>
    {children}
  </li>
)

const Sample = (props: {
  readonly colours: readonly Paint[] | null
  readonly children: string
}) => (
  <li>
    <span className={props.colours ? 'sample' : 'sample blank'} aria-hidden="true">
      {props.colours?.map(({ fill }, i) => (
        <i key={i} style={{ background: fill }} />
      ))}
    </span>
    {props.children}
  </li>
)

/** A row for each variable that is a vector or a number, and one for all gradients. */
const Ends = () => {
  const unfold = useUnfold()
  const words = useWords(colourWords)
  const grain = useValue((state) => state.grain)
  const { trace, schedule, names } = storyOf(unfold)
  const { valueExtent, gradientExtent } = useScales()
  const done = schedule.steps[grain][useFinished() - 1]?.to ?? 0
  const { nodes, cell } = trace.graph
  const variables = cell.variables.filter(
    ({ role, times }) => role !== 'target' && times !== 'total',
  )
  const row = (name: ReactNode, isKnown: boolean, extent: () => number) => (
    <>
      <th scope="row">{name}</th>
      <td>{isKnown ? `−${toCellText(extent())} … ${toCellText(extent())}` : words.notYet}</td>
    </>
  )
  const rowOf = (all: readonly GraphNode[]) => (
    <tr key={all[0]!.of.name}>
      {row(
        <MathName names={names} node={{ of: all[0]!.of, t: null }} isGradient={false} />,
        all.every(({ id }) => schedule.valueReady[id]! <= done),
        () => valueExtent(all[0]!),
      )}
    </tr>
  )
  return (
    <table>
      <tbody>
        {variables
          .map((variable) => nodes.filter(({ of }) => of === variable))
          .filter((all) => all.length > 0)
          .map(rowOf)}
        <tr>{row(words.gradients, done >= schedule.contributions.length, () => gradientExtent)}</tr>
      </tbody>
    </table>
  )
}
