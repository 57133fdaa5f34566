// Adds what buttons «Kopieer» do. Without it the fields can be selected as usual.
for (const button of document.querySelectorAll('button[data-copy]')) {
  button.hidden = false
  button.addEventListener('click', async () => {
    const field = document.getElementById(button.dataset.copy)
    field.select()
    try {
      await navigator.clipboard.writeText(field.value)
    } catch {
      document.execCommand('copy')
    }
    const word = button.querySelector('.word')
    const before = word.textContent
    word.textContent = 'Gekopieerd'
    setTimeout(() => {
      word.textContent = before
    }, 1500)
  })
}
