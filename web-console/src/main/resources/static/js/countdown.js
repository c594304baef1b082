// Counts down to the due of a source by the server's clock, then shows the page as it is now. It does not decide
// anything: the server takes no value before its due.
(function () {
    'use strict';

    var loaded = Date.now();
    var timers = document.querySelectorAll('[data-due]');
    var over = false;

    function two(number) {
        return (number < 10 ? '0' : '') + number;
    }

    function tell(timer) {
        var left = Number(timer.dataset.due) - Number(timer.dataset.now) - (Date.now() - loaded);
        if (left <= 0) {
            timer.textContent = timer.dataset.over;
            return true;
        }
        var seconds = Math.ceil(left / 1000);
        var time = two(Math.floor(seconds / 3600)) + ':' + two(Math.floor(seconds / 60) % 60) + ':' + two(seconds % 60);
        timer.textContent = timer.dataset.text.replace('{0}', time);
        return false;
    }

    function typing() {
        return Array.prototype.some.call(document.querySelectorAll('input[type="text"], textarea'), function (field) {
            return field.value !== field.defaultValue;
        });
    }

    function tick() {
        var came = false;
        timers.forEach(function (timer) {
            came = tell(timer) || came;
        });
        // whoever is typing is left in peace and reloads when ready
        if (came && !over && !typing()) {
            over = true;
            window.setTimeout(function () {
                window.location.reload();
            }, 1000);
        }
    }

    if (timers.length > 0) {
        tick();
        window.setInterval(tick, 1000);
    }
})();
