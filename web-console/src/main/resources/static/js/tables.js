// Lists that are wider than a phone become cards there, as those that the server marks ssj-stack: each cell stands after
// the name of its column. Without this a list is pushed aside within its box.
(function () {
    'use strict';

    function wrapped(cell) {
        var one = document.createElement('div');
        while (cell.firstChild) {
            one.appendChild(cell.firstChild);
        }
        cell.appendChild(one);
    }

    function things(cell) {
        return Array.prototype.filter.call(cell.childNodes, function (node) {
            return node.nodeType === Node.ELEMENT_NODE || node.textContent.trim() !== '';
        }).length;
    }

    function cards(table) {
        var names = Array.prototype.map.call(table.tHead.rows[0].cells, function (cell) {
            return cell.textContent.trim();
        });
        table.querySelectorAll('tbody, tfoot').forEach(function (part) {
            Array.prototype.forEach.call(part.rows, function (row) {
                Array.prototype.forEach.call(row.cells, function (cell, place) {
                    if (!cell.hasAttribute('data-label')) {
                        cell.setAttribute('data-label', cell.colSpan > 1 ? '' : names[place]);
                    }
                    if (things(cell) > 1) {
                        wrapped(cell);
                    }
                });
            });
        });
        table.classList.add('ssj-stack');
    }

    document.querySelectorAll('.ssj-list table.ssj-table:not(.ssj-stack)').forEach(function (table) {
        if (table.tHead && table.tHead.rows.length === 1) {
            cards(table);
        }
    });
})();
