/** InformationPart: how much an earlier symbol still matters when those between are known; h carries it. */
import type { Table } from '../../engine/model/joint'
import { range } from '../../engine/unfold'
import { toDigits } from '../../notation/numbers'
import { informationOf } from '../../store/model/modelFacts'
import { Prose } from '../Prose'
import { useScales } from '../useScales'
import { useGap } from '../useUnfold'
import { Formula } from '../Formula'
import { Part, Scroller, Timed } from './Part'
import { useModelWords } from './useModel'

/** So many steps at most: the table is a triangle. */
const most = 6

export const InformationPart = ({ joint }: { readonly joint: Table }) => {
  const words = useModelWords().information
  const gap = useGap()
  const { legend } = useScales()
  const all = informationOf(joint, most)
  const n = Math.min(joint.times.length, most)
  if (n < 2)
    return (
      <Part title={words.title}>
        <p>{words.short}</p>
      </Part>
    )
  // Beyond the first diagonal: what the last symbol does not say.
  const isShort = all.every(({ i, j, bits }) => j === i + 1 || isNothing(bits))
  const largest = Math.max(...all.map(({ bits }) => bits)) || 1
  return (
    <Part title={words.title}>
      <p className="model-formula">
        <Formula tex="I(y^{(i)};\,y^{(j)} \mid y^{(i+1)},\dots,y^{(j-1)})" />
      </p>
      <p>
        <Prose>
          {words.lead}
          {n > 2 && gap + (isShort ? words.nothing : words.carried)}
        </Prose>
      </p>
      <Scroller label={words.caption}>
        <table className="information">
          <caption className="off-screen">{words.caption}</caption>
          <thead>
            <tr>
              <td aria-hidden="true" />
              {range(2, n).map((j) => (
                <th key={j} scope="col">
                  <Timed letter="y" t={j} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {range(1, n - 1).map((i) => (
              <tr key={i}>
                <th scope="row">
                  <Timed letter="y" t={i} />
                </th>
                {range(2, n).map((j) => {
                  const found = all.find((entry) => entry.i === i && entry.j === j)
                  if (!found) return <td key={j} aria-hidden="true" />
                  const { fill, ink } = legend.value(found.bits / largest)
                  return (
                    <td
                      key={j}
                      className="filled"
                      style={{ background: fill, color: ink }}
                      title={words.cell(i, j)}
                    >
                      {toBits(found.bits)}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
    </Part>
  )
}

/** Rounding leaves a few 1e-16 where there is nothing. */
const isNothing = (bits: number): boolean => bits < 1e-12
const toBits = (bits: number): string => (isNothing(bits) ? '0' : toDigits(bits, 2))
