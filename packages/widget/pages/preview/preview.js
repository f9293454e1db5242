// Loads the widget that the address names, as /chat/preview?widget=NAME.
const widget = new URLSearchParams(window.location.search).get('widget') ?? 'website'
document.getElementById('widget').textContent = widget
document.addEventListener('unifiedroutingchat:error', (event) => {
  document.getElementById('problem').textContent = event.detail.text
})
const script = document.createElement('script')
script.src = '/chat/widget.js'
script.dataset.widget = widget
document.head.append(script)
