package io.memcmp.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.xml.sax.SAXException;

/** The JDKs that Maven's toolchains file names. */
final class Toolchains {
    private Toolchains() {}

    static List<Path> homes(Path toolchains) {
        if (!Files.isReadable(toolchains)) {
            return List.of();
        }
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var nodes = factory.newDocumentBuilder().parse(toolchains.toFile()).getElementsByTagName("jdkHome");
            var homes = new ArrayList<Path>();
            for (int i = 0; i < nodes.getLength(); i++) {
                homes.add(Path.of(nodes.item(i).getTextContent().strip()));
            }
            return homes;
        } catch (ParserConfigurationException | SAXException | IOException _) {
            return List.of(); // Maven's file, Maven's complaint
        }
    }
}
