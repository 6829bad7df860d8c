package io.memcmp.agreement;

import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("slow")
@ParameterizedClass
@MethodSource("machines")
class EveryMachineAgreementTest extends AgreementOfAMachine {
    EveryMachineAgreementTest(Machine machine) {
        super(machine);
    }

    /** {@return those that {@link AgreementTest} leaves out} */
    static Stream<Machine> machines() {
        var tested = Machine.representative().toList();
        return Machine.all().filter(machine -> !tested.contains(machine));
    }
}
