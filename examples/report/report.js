(function () {
  // Where there is no mouse to hover with, a tap tells what is known of a mention.
  var gloss = document.createElement('div');
  gloss.id = 'gloss';
  gloss.hidden = true;
  document.body.appendChild(gloss);
  document.addEventListener('click', function (event) {
    var mark = event.target.closest ? event.target.closest('mark[title]') : null;
    gloss.hidden = !mark;
    gloss.textContent = mark ? mark.textContent + ': ' + mark.title : '';
  });
  var root = document.documentElement, form = document.getElementById('filters');
  if (!form) { return; }
  root.className = 'js';
  var items = Array.prototype.slice.call(document.querySelectorAll('#timeline li[data-target]'));
  function shows(item) {
    var f = form.elements, d = item.dataset;
    if (f.type.value) { if (d.type !== f.type.value) { return false; } }
    if (f.modality.value) { if (d.modality !== f.modality.value) { return false; } }
    if (f.country.value) { if (d.countries.split(' ').indexOf(f.country.value) === -1) { return false; } }
    if (f.since.value) { if (!d.day || f.since.value > d.day) { return false; } }
    if (f.until.value) { if (!d.day || d.day > f.until.value) { return false; } }
    return true;
  }
  function apply() {
    var count = 0;
    items.forEach(function (item) {
      var shown = shows(item), there = document.getElementById(item.dataset.target);
      item.hidden = !shown;
      if (there) { there.hidden = !shown; }
      if (shown) { count += 1; }
    });
    Array.prototype.forEach.call(document.querySelectorAll('#timeline li.month'), function (month) {
      month.hidden = !month.querySelector('li[data-target]:not([hidden])');
    });
    document.getElementById('count').textContent = count + ' / ' + items.length;
  }
  form.addEventListener('input', apply);
  form.addEventListener('reset', function () { setTimeout(apply, 0); });
  apply();
}());
