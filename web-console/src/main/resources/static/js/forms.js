// Small comforts for forms; everything works without them.
(function () {
    'use strict';

    var errors = document.getElementById('errors');
    if (errors) {
        errors.focus();
    }

    document.addEventListener('keydown', function (event) {
        if (event.isComposing || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) {
            return;
        }
        var form = event.target instanceof Element ? event.target.closest('form') : null;
        if (form && form.method === 'post') {
            form.requestSubmit();
        }
    });

    // A second click waits for the answer of the first; the server would run the command once in any case.
    document.addEventListener('submit', function (event) {
        var form = event.target;
        if (form.method !== 'post') {
            return;
        }
        if (form.dataset.sent) {
            event.preventDefault();
            return;
        }
        form.dataset.sent = 'yes';
        form.setAttribute('aria-busy', 'true');
    });
    window.addEventListener('pageshow', function () {
        document.querySelectorAll('form[data-sent]').forEach(function (form) {
            delete form.dataset.sent;
            form.removeAttribute('aria-busy');
        });
    });

    document.addEventListener('click', function (event) {
        var button = event.target instanceof Element ? event.target.closest('[data-copy]') : null;
        if (button && navigator.clipboard) {
            navigator.clipboard.writeText(button.dataset.copy).then(function () {
                button.textContent = button.dataset.copied || button.textContent;
            });
        }
    });
})();
