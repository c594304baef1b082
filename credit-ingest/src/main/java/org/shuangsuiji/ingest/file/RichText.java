package org.shuangsuiji.ingest.file;

/** A text in pieces of different fonts; how it is pronounced stands beside it and is no part of it. */
final class RichText {
    private RichText() {}

    /**
     * The text of the element that begins here.
     *
     * @param place where people find it
     */
    static String of(XmlPart part, Object place) {
        var text = new StringBuilder();
        boolean inText = false;
        int depth = 1;
        while (depth > 0 && part.next()) {
            if (part.starts("rPh")) {
                part.skip();
            } else if (part.isStart()) {
                depth++;
                inText = part.starts("t");
            } else if (part.isEnd()) {
                depth--;
                inText = false;
            } else if (inText) {
                part.append(text, place);
            }
        }
        return XmlPart.unescaped(text.toString());
    }
}
