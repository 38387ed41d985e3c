/** Messages: one at a time; errors as alerts, the rest as status. */
import { Suspense, lazy, useEffect } from 'react'
import { dismiss } from '../store/actions/view'
import { startAfresh } from './files'
import { focusTimeline } from './focusTimeline'
import { isPassing } from '../store/store'
import { Icon } from './icons'
import { useDictionary, useUnfold, useValue } from './useUnfold'

const MessageText = lazy(async () => ({ default: (await import('./MessageText')).MessageText }))

export const Messages = () => {
  const unfold = useUnfold()
  const { messages } = useDictionary()
  const message = useValue((state) => state.message)
  const isError = message?.kind === 'error'
  // Whoever goes on has read it; what was left out of a file stays, and so does a way back that is offered.
  useEffect(() => {
    if (!message || message.kind === 'restored' || !(isError || isPassing(message)))
      return undefined
    return unfold.store.subscribe((state, before) => {
      const isGoingOn =
        state.scene !== before.scene ||
        state.selection !== before.selection ||
        state.document !== before.document
      if (isGoingOn && state.message === message) dismiss(unfold)
    })
  }, [unfold, message, isError])
  return (
    <div
      className={message && isPassing(message) ? 'messages passing' : 'messages'}
      // The style sheet is what waits: it stops while the message is pointed at or has the focus.
      onAnimationEnd={() => dismiss(unfold)}
    >
      <div role="alert">
        <Suspense>{isError && <MessageText message={message} />}</Suspense>
      </div>
      <div role="status">
        <Suspense>
          {message && !isError && <MessageText key={JSON.stringify(message)} message={message} />}
        </Suspense>
      </div>
      {message?.kind === 'restored' && (
        <button type="button" className="quiet" onClick={() => void startAfresh(unfold)}>
          {messages.afresh}
        </button>
      )}
      {message && (
        <button
          type="button"
          className="plain"
          aria-label={messages.dismiss}
          onClick={({ currentTarget }) => {
            if (currentTarget.matches(':focus-visible')) focusTimeline()
            dismiss(unfold)
          }}
        >
          <Icon name="close" />
        </button>
      )}
    </div>
  )
}
