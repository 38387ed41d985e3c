/** VectorColumns: vectors as columns of coloured numbers, with signs between: result = term + term. Matrices keep their rows. */
import { Fragment, type ReactNode } from 'react'
import { toVisible } from '../notation/names'
import { toCellText, toColumnText } from '../notation/numbers'
import type { Scale } from '../notation/scales'
import { MatrixThumb } from './MatrixThumb'
import { SumSign } from './SumSign'

export interface VectorColumn {
  /** Stands before the column: = or +. */
  readonly sign: string
  readonly caption: ReactNode
  readonly numbers: Float64Array
  /** Numbers in a row: 1 for a vector. */
  readonly width: number
  readonly scale: Scale
  /** Shown in place of a class index. */
  readonly symbol: string | null
}

/** A matrix of more columns is drawn as a picture. */
const mostWidth = 5

interface Props {
  readonly columns: readonly VectorColumn[]
  /** What the picture of a large matrix is called. */
  readonly label: string
}

export const VectorColumns = ({ columns, label }: Props) => (
  <div className="columns">
    {columns.map((column, i) => (
      <Fragment key={i}>
        {column.sign && (
          <span className="sign" aria-hidden="true">
            <SumSign sign={column.sign} />
          </span>
        )}
        <figure>
          {column.width > mostWidth ? (
            <MatrixThumb
              rows={column.numbers.length / column.width}
              columns={column.width}
              isReady
              read={() => column.numbers}
              source={column.numbers.buffer}
              name={`${label} ${column.numbers.byteOffset}`}
              scale={column.scale}
              label={label}
              size={260}
            />
          ) : (
            <Numbers column={column} />
          )}
          <figcaption>{column.caption}</figcaption>
        </figure>
      </Fragment>
    ))}
  </div>
)

const Numbers = ({
  column: { numbers, width, scale, symbol },
}: {
  readonly column: VectorColumn
}) => (
  <ol
    className={width > 1 ? 'matrix' : ''}
    style={{ gridTemplateColumns: `repeat(${width}, minmax(auto, 1fr))` }}
  >
    {Array.from(numbers, (value, i) => {
      const { fill, ink } = scale(value)
      if (symbol !== null) return <li key={i}>{toVisible(symbol)}</li>
      return (
        <li key={i} style={{ background: fill, color: ink }}>
          {width > 1 ? toCellText(value) : toColumnText(value)}
        </li>
      )
    })}
  </ol>
)
