package org.shuangsuiji.ingest.file;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.ingest.reading.FileReading;
import org.shuangsuiji.model.Refusal;

/** Reads one XML part element by element: no document type, no entities of its own, nothing held but where it stands. */
final class XmlPart implements AutoCloseable {
    private static final int CHARACTERS_OF_ESCAPE = 7;

    private final String name;
    private final InputStream opened;
    private final InputStream in;
    private final XMLStreamReader reader;
    private int depth;

    XmlPart(String name, InputStream in) {
        this.name = name;
        this.opened = in;
        this.in = new MarkupGuard(in, name);
        try {
            this.reader = factory().createXMLStreamReader(this.in);
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> InputStream.nullInputStream());
        return factory;
    }

    /** Goes on to the next beginning or end of an element, or text; false at the end of the part. */
    boolean next() {
        try {
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (++depth > WorkbookLimits.DEPTH_MAX) {
                            throw Refusal.invalid("file-xml-too-deep", name, WorkbookLimits.DEPTH_MAX);
                        }
                        return true;
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        depth--;
                        return true;
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                        return true;
                    }
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw Refusal.invalid("file-xml-doctype", name);
                    default -> {}
                }
            }
            in.transferTo(java.io.OutputStream.nullOutputStream()); // so that length and check sum are looked at
            return false;
        } catch (XMLStreamException | IOException e) {
            throw broken(e);
        }
    }

    boolean starts(String element) {
        return reader.isStartElement() && reader.getLocalName().equals(element);
    }

    boolean ends(String element) {
        return reader.isEndElement() && reader.getLocalName().equals(element);
    }

    boolean isStart() {
        return reader.isStartElement();
    }

    boolean isEnd() {
        return reader.isEndElement();
    }

    /** An attribute by its name without a prefix. */
    @Nullable
    String attribute(String attribute) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(attribute)) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    boolean isOn(String attribute) {
        String value = attribute(attribute);
        return "1".equals(value) || "true".equals(value);
    }

    /** The text of the element that begins here and of all within it; leaves the reader on its end. */
    String text(Object place) {
        var text = new StringBuilder();
        int below = depth - 1;
        while (depth > below && next()) {
            append(text, place);
        }
        return text.toString();
    }

    /** Adds the text that stands here, if any. */
    void append(StringBuilder text, Object place) {
        if (reader.isCharacters()) {
            if (text.length() + reader.getTextLength() > FileReading.FIELD_MAX) {
                throw Refusal.invalid("file-cell-too-long", place, FileReading.FIELD_MAX);
            }
            text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
        }
    }

    /** Passes over the element that begins here. */
    void skip() {
        int below = depth - 1;
        while (depth > below && next()) {
            // nothing in it is of use
        }
    }

    /** A text of a workbook, in which a character that XML cannot hold is written _x000D_. */
    static String unescaped(String text) {
        int at = text.indexOf("_x");
        if (at < 0) {
            return text;
        }
        var plain = new StringBuilder();
        int from = 0;
        for (; at >= 0; at = text.indexOf("_x", Math.max(at + 1, from))) {
            int end = at + CHARACTERS_OF_ESCAPE;
            if (end <= text.length() && text.charAt(end - 1) == '_' && isHex(text, at + 2, end - 1)) {
                plain.append(text, from, at).append((char) Integer.parseInt(text, at + 2, end - 1, 16));
                from = end;
            }
        }
        return plain.append(text, from, text.length()).toString();
    }

    private static boolean isHex(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (Character.digit(text.charAt(i), 16) < 0 || text.charAt(i) > 'f') {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        opened.close();
    }

    private Refusal broken(Exception cause) {
        int line = cause instanceof XMLStreamException e && e.getLocation() != null
                ? e.getLocation().getLineNumber()
                : -1;
        int column = cause instanceof XMLStreamException e && e.getLocation() != null
                ? e.getLocation().getColumnNumber()
                : -1;
        Refusal refusal = Refusal.invalid("file-xml-broken", name, line, column);
        refusal.initCause(cause);
        return refusal;
    }
}
