/** ModelLegend: what stands for what in the charts of exact probabilities beside samples. */
import type { ReactNode } from 'react'
import { useModelWords } from './useModel'

interface Props {
  readonly exact: string
  readonly sampled: string
}

export const ModelLegend = ({ exact, sampled }: Props) => {
  const { many } = useModelWords()
  return (
    <ul className="model-legend">
      <Line width={24} text={exact}>
        <rect className="exact" y="1" width="24" height="10" />
      </Line>
      <Line width={24} text={`± 2 × ${many.error}`}>
        <path className="error" d="M1,1v10M1,6h22M23,1v10" />
      </Line>
      <Line width={12} text={sampled}>
        <circle className="sampled" cx="6" cy="6" r="4.5" />
      </Line>
    </ul>
  )
}

interface LineProps {
  readonly width: number
  readonly text: string
  readonly children: ReactNode
}

const Line = ({ width, text, children }: LineProps) => (
  <li>
    <svg
      className="drawing"
      viewBox={`0 0 ${width} 12`}
      width={width}
      height="12"
      aria-hidden="true"
    >
      {children}
    </svg>
    {text}
  </li>
)
