/** MathName: a variable's name as the stage writes it; light enough to change at every step. */
import { Fragment } from 'react'
import type { GraphNode } from '../engine/unfold'
import { type Names, hueOf, isWordy, toTime } from '../notation/names'

interface Props {
  readonly names: Names
  readonly node: Pick<GraphNode, 'of' | 't'>
  readonly isGradient: boolean
}

export const MathName = ({ names, node, isGradient }: Props) => {
  const parts = names.parts(node)
  const hue = hueOf(names.cell, node.of.name)
  const isSum = isGradient && parts.length > 1
  const time = toTime(node)
  return (
    <span className="math-name">
      {isGradient && (isSum ? '∇(' : '∇')}
      {parts.map(({ stem, index }, i) => (
        <Fragment key={i}>
          {i > 0 && ' + '}
          <i className={`${hue === null ? '' : `hue-${hue}`}${isWordy(stem) ? ' word' : ''}`}>
            {stem}
            {index && <sub>{index}</sub>}
          </i>
        </Fragment>
      ))}
      {isSum && ')'}
      {time && <sup>{time}</sup>}
    </span>
  )
}
