/** CheckAllButton: opens the check of every gradient; its dialog comes in a chunk of its own. */
import { Suspense, lazy, memo, useState } from 'react'
import { useDictionary } from '../useUnfold'

const CheckAllDialog = lazy(async () => ({
  default: (await import('./CheckAllDialog')).CheckAllDialog,
}))

export const CheckAllButton = memo(() => {
  const { checkAll } = useDictionary()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button type="button" className="check-all-button" onClick={() => setOpen(true)}>
        {checkAll.open}
      </button>
      <Suspense fallback={null}>
        {isOpen && <CheckAllDialog onClose={() => setOpen(false)} />}
      </Suspense>
    </>
  )
})
