/** VectorColumns: vectors as columns of coloured numbers, with signs between: result = term + term. */
import { Fragment, type ReactNode } from 'react'
import { toVisible } from '../notation/names'
import { toColumnText } from '../notation/numbers'
import type { Scale } from '../notation/scales'

export interface VectorColumn {
  readonly key: string
  /** Stands before the column: = or +. */
  readonly sign: string
  readonly caption: ReactNode
  readonly numbers: ArrayLike<number>
  readonly scale: Scale
  /** Shown in place of a class index. */
  readonly symbol: string | null
}

export const VectorColumns = ({ columns }: { readonly columns: readonly VectorColumn[] }) => (
  <div className="columns">
    {columns.map(({ key, sign, caption, numbers, scale, symbol }) => (
      <Fragment key={key}>
        {sign && (
          <span className="sign" aria-hidden="true">
            {sign}
          </span>
        )}
        <figure>
          <ol>
            {Array.from(numbers, (value, i) => {
              const { fill, ink } = scale(value)
              if (symbol !== null) return <li key={i}>{toVisible(symbol)}</li>
              return (
                <li key={i} style={{ background: fill, color: ink }}>
                  {toColumnText(value)}
                </li>
              )
            })}
          </ol>
          <figcaption>{caption}</figcaption>
        </figure>
      </Fragment>
    ))}
  </div>
)
