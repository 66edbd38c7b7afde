import java.io.FileInputStream;
import java.util.TreeMap;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** PDF/UA with the core of veraPDF: for each file one line per rule that fails, with how often and the first message. */
public class VeraPdf {
  private static final int MOST = 100_000;

  public static void main(String[] files) throws Exception {
    LogManager.getLogManager().reset();
    VeraGreenfieldFoundryProvider.initialise();
    for (String file : files) {
      try (FileInputStream stream = new FileInputStream(file);
          PDFAParser parser = Foundries.defaultInstance().createParser(stream, PDFAFlavour.PDFUA_1);
          PDFAValidator validator =
              Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, MOST, false, false, false)) {
        TreeMap<String, Integer> counts = new TreeMap<>();
        TreeMap<String, String> messages = new TreeMap<>();
        for (TestAssertion one : validator.validate(parser).getTestAssertions()) {
          if (one.getStatus() == TestAssertion.Status.FAILED) {
            String rule = one.getRuleId().getClause() + "-" + one.getRuleId().getTestNumber();
            counts.merge(rule, 1, Integer::sum);
            messages.putIfAbsent(rule, one.getMessage());
          }
        }
        counts.forEach((rule, count) ->
            System.out.println(String.join("\t", file, rule, count.toString(), messages.get(rule))));
      }
    }
  }
}
