package org.shuangsuiji.risk.model;

/** A text in both languages of the interface. */
public record Words(String zh, String en) {

    boolean blank() {
        return zh.isBlank() || en.isBlank();
    }
}
