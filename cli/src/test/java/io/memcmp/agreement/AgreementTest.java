package io.memcmp.agreement;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("machines")
class AgreementTest extends AgreementOfAMachine {
    AgreementTest(Machine machine) {
        super(machine);
    }

    static Stream<Machine> machines() {
        return Machine.representative();
    }
}
