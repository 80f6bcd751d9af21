package asyncjava.coach;

import asyncjava.coach.doctor.Doctor;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "doctor", description = "Looks whether this machine has what the course needs, and says what to do.")
final class DoctorCommand implements Callable<Integer> {

    private final Curriculum curriculum;

    @Mixin
    private final Face face;

    DoctorCommand(Curriculum curriculum, Face face) {
        this.curriculum = curriculum;
        this.face = face;
    }

    @Override
    public Integer call() throws InterruptedException {
        Diagnosis diagnosis = new Diagnosis(Doctor.examine(curriculum.root(), curriculum.called()));
        face.say(diagnosis);
        return diagnosis.problems() == 0 ? 0 : 1;
    }
}
