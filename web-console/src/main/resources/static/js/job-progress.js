// Keeps the state of a job fresh: by server-sent events, else by asking every two seconds.
(function () {
    'use strict';

    function show(box, html) {
        var template = document.createElement('template');
        template.innerHTML = html;
        var fresh = template.content.querySelector('.ssj-job-inside');
        if (!fresh) {
            return false;
        }
        box.querySelector('.ssj-job-inside').replaceWith(fresh);
        return fresh.dataset.over === 'true';
    }

    // The page knows more about a finished job than the box does.
    function finish() {
        window.location.reload();
    }

    function ask(box) {
        window.setTimeout(function () {
            fetch(box.dataset.jobPage, { credentials: 'same-origin', redirect: 'error' })
                .then(function (answer) { return answer.ok ? answer.text() : Promise.reject(answer.status); })
                .then(function (html) { if (show(box, html)) { finish(); } else { ask(box); } })
                .catch(function () { ask(box); });
        }, 2000);
    }

    document.querySelectorAll('[data-job-events]').forEach(function (box) {
        if (box.dataset.jobOver === 'true') {
            return;
        }
        if (!window.EventSource) {
            ask(box);
            return;
        }
        var failures = 0;
        var source = new EventSource(box.dataset.jobEvents);
        source.addEventListener('progress', function (event) {
            failures = 0;
            if (show(box, event.data)) {
                source.close();
                finish();
            }
        });
        source.onerror = function () {
            failures += 1;
            if (failures >= 3 || source.readyState === EventSource.CLOSED) {
                source.close();
                ask(box);
            }
        };
    });
})();
