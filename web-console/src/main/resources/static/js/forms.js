// Small comforts for forms; everything works without them.
(function () {
    'use strict';

    var errors = document.getElementById('errors');
    if (errors) {
        // "Name: please fill this in" says more than the same words three times; some lines say the name already.
        errors.querySelectorAll('a[href^="#"]').forEach(function (link) {
            var field = document.getElementById(link.getAttribute('href').slice(1));
            var label = field && (field.labels && field.labels[0] || field.querySelector('legend'));
            var name = label && label.querySelector('span');
            if (name && !link.textContent.startsWith(name.textContent)) {
                link.prepend(name.textContent + (document.documentElement.lang.startsWith('zh') ? '\uff1a' : ': '));
            }
        });
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
        if (form.method !== 'post' || 'download' in form.dataset) {
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
